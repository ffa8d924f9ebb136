/** Dominators of a graph with one root (Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm"). */

export interface Dominators {
  /** Nearest node that every way from the root passes; null for the root and for what is not reached. */
  immediate(id: string): string | null;
  /** `a` lies on every way from the root to `b` (a node dominates itself). */
  dominates(a: string, b: string): boolean;
  /** Reached nodes in reverse post-order. */
  readonly order: readonly string[];
}

export function dominatorsOf(root: string, next: (id: string) => readonly string[]): Dominators {
  const order = reversePostOrder(root, next);
  const index = new Map(order.map((id, i) => [id, i]));
  const preds: number[][] = order.map(() => []);
  order.forEach((id, i) => {
    for (const to of next(id)) preds[index.get(to) ?? 0]?.push(i);
  });
  const idom = new Int32Array(order.length).fill(-1);
  if (order.length > 0) idom[0] = 0;
  for (let changed = true; changed;) {
    changed = false;
    for (let i = 1; i < order.length; i++) {
      let nearest = -1;
      for (const pred of preds[i] ?? []) {
        if (idom[pred] === -1) continue;
        nearest = nearest === -1 ? pred : intersect(idom, pred, nearest);
      }
      if (nearest !== idom[i]) {
        idom[i] = nearest;
        changed = true;
      }
    }
  }
  return {
    order,
    immediate: (id) => {
      const i = index.get(id);
      return i === undefined || i === 0 ? null : (order[idom[i] ?? 0] ?? null);
    },
    dominates: (a, b) => {
      const target = index.get(a);
      let i = index.get(b);
      if (target === undefined || i === undefined) return false;
      while (i > target) i = idom[i] ?? 0;
      return i === target;
    },
  };
}

function intersect(idom: Int32Array, a: number, b: number): number {
  let x = a;
  let y = b;
  while (x !== y) {
    while (x > y) x = idom[x] ?? 0;
    while (y > x) y = idom[y] ?? 0;
  }
  return x;
}

function reversePostOrder(root: string, next: (id: string) => readonly string[]): string[] {
  const seen = new Set([root]);
  const post: string[] = [];
  const stack: { readonly id: string; readonly to: readonly string[]; at: number }[] = [
    { id: root, to: next(root), at: 0 },
  ];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const to = top.to[top.at++];
    if (to === undefined) {
      post.push(top.id);
      stack.pop();
    } else if (!seen.has(to)) {
      seen.add(to);
      stack.push({ id: to, to: next(to), at: 0 });
    }
  }
  return post.reverse();
}

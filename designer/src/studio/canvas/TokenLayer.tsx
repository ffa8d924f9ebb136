/** Tokens of a rehearsal or a counterexample, moving over the drawing. */
import { ViewportPortal } from '@xyflow/react';
import type { ReactNode } from 'react';
import type { CanvasToken } from '../ui-state.tsx';
import type { Arrangement } from '../../ui/flow/arrange.ts';
import styles from './canvas.module.css';
import { halfway, type Dot } from '../../ui/flow/path.ts';
import type { Route } from '../../ui/flow/route.ts';

export function TokenLayer({
  tokens,
  arrangement,
  routes,
}: {
  readonly tokens: readonly CanvasToken[];
  readonly arrangement: Arrangement;
  readonly routes: Readonly<Record<string, Route>>;
}): ReactNode {
  const counts = new Map<string, number>();
  return (
    <ViewportPortal>
      <div className={styles.tokens} aria-hidden>
        {tokens.map((token, i) => {
          const nth = counts.get(token.at) ?? 0;
          counts.set(token.at, nth + 1);
          const dot = placeOf(token, arrangement, routes);
          if (!dot) return null;
          return (
            <span
              key={i}
              className={styles.tokenDot}
              style={{ transform: `translate(${dot.x + nth * 14 - 9}px, ${dot.y - 9}px)` }}
            />
          );
        })}
      </div>
    </ViewportPortal>
  );
}

function placeOf(
  token: CanvasToken,
  arrangement: Arrangement,
  routes: Readonly<Record<string, Route>>,
): Dot | undefined {
  if (token.kind === 'edge') {
    const route = routes[token.at];
    return route ? halfway(route.points) : undefined;
  }
  const box = arrangement.boxes[token.at];
  return box ? { x: box.x + box.width - 2, y: box.y + 2 } : undefined;
}

/** Drawn flows, lowered and played on the kernel. Nothing in here is used by the product. */
import { compile, lowerUnsealed } from '../compiler/compile.ts';
import { DesignBuilder, OPEN_CATALOG } from '../compiler/testing.ts';
import type { Executable, Prim } from '../definition/index.ts';
import { defaultCalendar } from '../calendar/index.ts';
import type { Value } from '../kernel/types.ts';
import { MONDAY, manual, officer, Play } from '../kernel/testing.ts';
import { timerDue } from '../kernel/timers.ts';

/** What a drawing becomes; throws with the codes when it cannot be lowered. */
export function lowered(builder: DesignBuilder): Executable {
  const executable = lowerUnsealed(builder.build(), OPEN_CATALOG);
  if (executable) return executable;
  const { diagnostics } = compile(builder.build(), OPEN_CATALOG);
  throw new Error(`Expected an executable but got ${diagnostics.map(({ code }) => code).join()}`);
}

/** The primitive of one node. */
export function primOf(builder: DesignBuilder, id: string): Prim {
  const prim = lowered(builder).prims[id];
  if (!prim) throw new Error(`Expected a primitive "${id}" but the drawing has none`);
  return prim;
}

/** start and end with what the test puts between them. */
export const flow = (): DesignBuilder => new DesignBuilder().node('start', 'start').node('end', 'end');

const POSTS = ['clerk', 'chief', 'head'];

/** A case of a drawing, played by people of the one office who each hold every post. */
export class Drawn {
  readonly play: Play;

  constructor(builder: DesignBuilder, values: Readonly<Record<string, Value>> = {}) {
    this.play = new Play({ identity: 'identity', executable: lowered(builder) }, MONDAY);
    this.play.start(values);
  }

  /** Someone finishes the step (or one element of it); returns the types of the events. */
  done(node: string, outcome = 'ok', more: { readonly element?: string; readonly by?: string } = {}): string[] {
    const actor = officer('office', { person: more.by ?? 'of-office', posts: POSTS });
    const activity = this.play.open(node, more.element ?? null);
    return this.play.do(actor, { type: 'complete', activity, outcome, opinion: 'because', patch: manual({}) });
  }

  refused(node: string, element: string, by: string): string {
    const actor = officer('office', { person: by, posts: POSTS });
    const activity = this.play.open(node, element);
    return this.play.refused(actor, { type: 'complete', activity, outcome: 'ok', opinion: 'because', patch: {} }).code;
  }

  message(name: string, values: Readonly<Record<string, Value>> = {}): string[] {
    return this.play.do('system', { type: 'deliverMessage', name, values });
  }

  /** The clock comes to when the timer of an open activity is due. */
  fire(node: string, boundary: string): string[] {
    const activity = Object.values(this.play.state.activities).find(
      (one) => one.node === node && one.status === 'open',
    );
    const timer = activity?.timers.find((one) => one.boundary === boundary);
    if (!activity || !timer) throw new Error(`Expected a timer "${boundary}" at "${node}"`);
    const due = timerDue(this.play.state, activity, timer, defaultCalendar());
    if (due === null) throw new Error(`Expected a due time of "${boundary}"`);
    this.play.now = Math.max(this.play.now, due);
    return this.play.do('system', { type: 'fireTimer', timer: timer.id });
  }

  /** An answer of the machine at a node. */
  answer(node: string, values: Readonly<Record<string, Value>>): string[] {
    const activity = this.holder(node);
    return this.play.do('system', { type: 'jobResult', activity, attempt: 1, result: { ok: true, values } });
  }

  fails(node: string): string[] {
    const result = { ok: false, code: 'refused', message: 'no', final: true } as const;
    return this.play.do('system', { type: 'jobResult', activity: this.holder(node), attempt: 1, result });
  }

  /** The open activity of any kind at a node. */
  holder(node: string): string {
    const found = Object.values(this.play.state.activities).find(
      (one) => one.node === node && one.parent === null && one.status === 'open',
    );
    if (!found) throw new Error(`Expected something open at "${node}"`);
    return found.id;
  }

  value(field: string): Value | undefined {
    return this.play.state.data[field]?.value;
  }

  /** Nodes with open work, sorted. */
  get open(): string[] {
    return this.play.where().sort();
  }

  get result(): string | null {
    const ended = this.play.events.find((event) => event.type === 'caseEnded');
    return ended?.type === 'caseEnded' ? ended.result : null;
  }
}

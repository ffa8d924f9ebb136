/** Writing a checked patch, and telling the case's subject when it became known or changed. */
import { write, type WriteInput } from '../data.ts';
import type { Patch, Rejection } from '../types.ts';
import type { Turn } from '../turn.ts';

interface Place {
  readonly node: string;
  readonly element: string | null;
  readonly patch: Patch;
  readonly trusted?: boolean;
  readonly whole?: boolean;
  readonly also?: ReadonlySet<string>;
  readonly giving?: string;
}

/** Emits valuesWritten (and subjectNamed) when anything changed; gives the keys that did. */
export function writePatch(
  turn: Turn,
  place: Place,
): { readonly ok: true; readonly changed: readonly string[] } | { readonly ok: false; readonly rejection: Rejection } {
  const { actor, now, registersDown } = turn.facts;
  const input: WriteInput = {
    index: turn.index,
    state: turn.state,
    node: place.node,
    element: place.element,
    patch: place.patch,
    trusted: place.trusted ?? false,
    whole: place.whole ?? false,
    registersDown: registersDown ?? [],
    at: now,
    by: actor === 'system' ? 'system' : actor.person,
    also: place.also,
    giving: place.giving,
  };
  const written = write(input);
  if (!written.ok) return written;
  const changed = Object.keys(written.values);
  if (changed.length > 0) {
    turn.emit({ type: 'valuesWritten', node: place.node, values: written.values });
    nameSubject(turn);
  }
  return { ok: true, changed };
}

export function nameSubject(turn: Turn): void {
  const { nameField, keyField } = turn.index.executable.subject;
  const text = (field: string | null): string | null => {
    const value = field === null ? null : turn.state.data[field]?.value;
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const name = text(nameField) ?? '';
  const key = text(keyField);
  const { subject } = turn.state;
  if (subject === null ? name === '' && key === null : subject.name === name && subject.key === key) return;
  turn.emit({ type: 'subjectNamed', name, key });
}

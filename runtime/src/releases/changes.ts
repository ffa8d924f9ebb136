/** What a version changes, as sentences, and which of them concern an office. Pure. */
import type { Design } from '@tongban/shared/document';
import type { Sentence } from './types.ts';

/** `before` null: the first version, which changes nothing. */
export function changesBetween(before: Design | null, after: Design): readonly Sentence[] {
  void after;
  return before === null ? [] : [];
}

/** Sentences about the steps of these roles (lane ids or `<node>/<element>`). */
export function partOf(
  document: Design,
  sentences: readonly Sentence[],
  roles: readonly string[],
): readonly Sentence[] {
  const lanes = new Set(roles);
  const nodes = Object.values(document.flow.nodes).filter((node) => node.lane !== undefined && lanes.has(node.lane));
  const names = new Set([...nodes.map((node) => node.name), ...roles]);
  return sentences.filter(({ params }) => Object.values(params).some((value) => names.has(String(value))));
}

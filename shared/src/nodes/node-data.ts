/** What nodes of each kind read and write by themselves. */
import {
  sorted,
  type Condition,
  type Design,
  type EventTrigger,
  type FieldMapping,
  type NodeOf,
} from '../document/index.ts';
import { readsOf, readsOfFeel } from '../expressions/index.ts';
import { keyOf } from './fetch/lower.ts';
import type { NodeData } from './lowering.ts';
import { placesOf } from './places.ts';

export const fieldsOfMappings = (mappings: Readonly<Record<string, FieldMapping>>): string[] =>
  sorted(mappings).map(({ field }) => field);

const conditionReads = (condition: Condition | undefined): readonly string[] =>
  condition ? readsOf(condition).fields : [];

/** A condition that is waited for reads what may come: nothing has to be there before. */
export function triggerData(trigger: EventTrigger | undefined): NodeData {
  if (trigger?.type === 'message') return { reads: [], writes: fieldsOfMappings(trigger.into) };
  return { reads: trigger?.type === 'date' ? [trigger.field] : [], writes: [] };
}

export const startData = ({ trigger }: NodeOf<'start'>): NodeData => ({
  reads: [],
  writes: trigger?.type === 'message' ? fieldsOfMappings(trigger.into) : [],
});

export const taskData = ({ mode, signers }: NodeOf<'task'>): NodeData => ({
  reads: mode === 'graded' ? sorted(signers).flatMap(({ condition }) => conditionReads(condition)) : [],
  writes: [],
});

export const fetchData = (node: NodeOf<'fetch'>, design: Design): NodeData => {
  const key = keyOf(node, { design });
  return { reads: key === undefined ? [] : [key], writes: fieldsOfMappings(node.into) };
};

export const connectData = ({ inputs, into }: NodeOf<'connect'>): NodeData => ({
  reads: fieldsOfMappings(inputs),
  writes: fieldsOfMappings(into),
});

export const documentData = ({ title, template, target }: NodeOf<'document'>): NodeData => ({
  reads: placesOf(`${title} ${template}`),
  writes: [target],
});

export const notifyData = ({ text }: NodeOf<'notify'>): NodeData => ({ reads: placesOf(text), writes: [] });

export const setData = ({ sets }: NodeOf<'set'>): NodeData => {
  const list = sorted(sets);
  // A field that an earlier line has set is there for the later ones.
  const reads = list.flatMap(({ feel }, i) => {
    const earlier = list.slice(0, i).map(({ field }) => field);
    return readsOfFeel(feel).fields.filter((field) => !earlier.includes(field));
  });
  return { reads, writes: list.map(({ field }) => field) };
};

export const ruleData = ({ table: id }: NodeOf<'rule'>, { tables = {} }: Design): NodeData => {
  const table = tables[id];
  if (!table) return { reads: [], writes: [] };
  const cells = sorted(table.rules).flatMap(({ when, then }) => [...Object.values(when), ...Object.values(then)]);
  const texts = [...cells, ...sorted(table.outputs).flatMap((output) => output.default ?? [])];
  return {
    reads: [
      ...sorted(table.inputs).flatMap(({ source }) =>
        source.type === 'field' ? [source.field] : readsOfFeel(source.text).fields,
      ),
      ...texts.flatMap((text) => readsOfFeel(text).fields),
    ],
    writes: sorted(table.outputs).flatMap(({ field }) => field ?? []),
  };
};

export const scenarioData = ({ inputs, outputs }: NodeOf<'scenario'>): NodeData => ({
  reads: fieldsOfMappings(inputs),
  writes: fieldsOfMappings(outputs),
});

export const groupData = ({ event }: NodeOf<'group'>): NodeData => triggerData(event?.on);
export const waitData = ({ on }: NodeOf<'wait'>): NodeData => triggerData(on);
export const onMessageData = ({ on }: NodeOf<'onMessage'>): NodeData => triggerData(on);

export const signalData = ({ throws }: NodeOf<'signal'>): NodeData => ({
  reads: throws?.type === 'message' ? fieldsOfMappings(throws.values) : [],
  writes: [],
});

export const onTimeData = ({ timing }: NodeOf<'onTime'>): NodeData => ({
  reads: timing?.from === 'field' ? [timing.field] : [],
  writes: [],
});

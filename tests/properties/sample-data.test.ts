/** The built-in data is whole: every file has its shape, every reference its target, every number its check digit. */
import { readFileSync, readdirSync } from 'node:fs';
import { checkValue, idCardFacts } from '@tongban/shared/fields';
import type { z } from 'zod';
import { describe, expect, test } from 'vitest';
import {
  cardsSchema,
  casesSchema,
  catalogSchema,
  demoDesignsSchema,
  directorySchema,
  elementsSchema,
  readData,
  registerRecordsSchema,
  registersSchema,
  templateSchema,
} from '../../runtime/src/demo/data-schema.ts';

const root = new URL('../../shared/src/templates/', import.meta.url);
function read<T>(path: string, schema: z.ZodType<T>): T {
  const found = readData(path, readFileSync(new URL(path, root), 'utf8'), schema);
  if (!found.ok) throw new Error(found.message);
  return found.value;
}
const names = (path: string) => readdirSync(new URL(path, root), { withFileTypes: true });

const designs = names('.')
  .filter((entry) => entry.isDirectory() && entry.name !== 'demo')
  .map((entry) => read(`${entry.name}/design.json`, templateSchema));
const catalog = read('catalog.json', catalogSchema);
const elements = read('elements.json', elementsSchema);
const registers = read('registers.json', registersSchema);
const directory = read('demo/directory.json', directorySchema);
const cards = read('demo/cards.json', cardsSchema);
const demoDesigns = read('demo/designs.json', demoDesignsSchema);
const cases = read('demo/cases.json', casesSchema);
const records = new Map(
  names('demo/registers').map((entry) => {
    const file = read(`demo/registers/${entry.name}`, registerRecordsSchema);
    return [file.register, file.records];
  }),
);
const designOf = new Map(designs.map((design) => [design.meta.code, design]));
const personOf = new Map(directory.people.map((person) => [person.id, person]));
const ids = (list: readonly { id: string }[]) => new Set(list.map((one) => one.id));

describe('the directory', () => {
  test('names no department, post, region or type that it does not have', () => {
    const [departments, posts] = [ids(directory.departments), ids(directory.posts)];
    const [types, regions] = [ids(directory.departmentTypes), ids(directory.regions)];
    for (const one of directory.departments) {
      expect(types, one.id).toContain(one.type);
      expect(regions, one.id).toContain(one.region);
      if (one.parent !== null) expect(departments, one.id).toContain(one.parent);
    }
    for (const person of directory.people) {
      if (person.department !== null) expect(departments, person.id).toContain(person.department);
      for (const post of person.posts) expect(posts, person.id).toContain(post);
    }
  });

  test('has one account and one name per person', () => {
    expect(new Set(directory.people.map((person) => person.account)).size).toBe(directory.people.length);
    expect(new Set(directory.people.map((person) => person.name)).size).toBe(directory.people.length);
  });

  test('staffs every office that a scenario needs, with the post its step asks for', () => {
    const offices = new Map(directory.departments.map((one) => [one.type, one.id]));
    const holds = (department: string | undefined, post: string | undefined) =>
      directory.people.some((p) => p.department === department && (post === undefined || p.posts.includes(post)));
    for (const design of designs) {
      for (const node of Object.values(design.flow.nodes)) {
        const party = node.lane === undefined ? undefined : design.flow.lanes[node.lane]?.party;
        if (node.kind === 'task' && party?.kind === 'department') {
          expect(holds(offices.get(party.type), node.post), node.name).toBe(true);
        }
        if (node.kind === 'dispatch') {
          for (const body of Object.values(node.bodies)) {
            const type = body.party.kind === 'department' ? body.party.type : '';
            expect(holds(offices.get(type), body.post ?? node.post), body.name).toBe(true);
          }
        }
      }
    }
  });

  test('gives every card a person who may use its audience', () => {
    for (const card of cards) {
      const person = personOf.get(card.person);
      expect(person, card.id).toBeDefined();
      const role = { studio: 'designer', supervise: 'supervisor', admin: 'admin' } as const;
      if (card.audience in role) expect(person?.roles).toContain(role[card.audience as keyof typeof role]);
      else expect(person?.department).not.toBeNull();
    }
  });
});

describe('catalog and dictionary', () => {
  test('at least thirty items, and every item of a scenario is among them and published', () => {
    expect(catalog.length).toBeGreaterThanOrEqual(30);
    expect(new Set(catalog.map((item) => item.code)).size).toBe(catalog.length);
    for (const item of catalog) expect(ids(directory.departmentTypes), item.id).toContain(item.department);
    for (const design of designs) {
      for (const { item, version } of Object.values(design.items)) {
        expect(catalog).toContainEqual(expect.objectContaining({ id: item, version, published: true }));
      }
    }
  });

  test('every field of a scenario is an element of the same kind and source', () => {
    const byId = new Map(elements.map((element) => [element.id, element]));
    for (const field of designs.flatMap((design) => Object.values(design.form.fields))) {
      const element = byId.get(field.element ?? '');
      expect(element, field.id).toMatchObject({ name: field.name, kind: field.kind });
      if (field.source.type === 'shared') {
        expect(element).toMatchObject({ register: field.source.register, attribute: field.source.attribute });
      }
    }
  });
});

describe('registers', () => {
  const shared = designs.flatMap((design) =>
    Object.values(design.form.fields).flatMap((field) =>
      field.source.type === 'shared' ? [{ field, ...field.source }] : [],
    ),
  );

  test('offer every attribute that a scenario fetches', () => {
    for (const { register, attribute } of shared) {
      const found = registers.find((one) => one.id === register);
      expect(
        found?.attributes.map((one) => one.id),
        register,
      ).toContain(attribute);
    }
  });

  test('every record is keyed by a number with a right check digit, on a region that was never assigned', () => {
    for (const { id, key } of registers) {
      for (const number of Object.keys(records.get(id) ?? {})) {
        expect(checkValue({ kind: key === 'person' ? 'idCard' : 'uscc' }, number), number).toEqual([]);
        expect(key === 'person' ? number.slice(0, 4) : number.slice(2, 6)).toBe('9900');
      }
    }
  });

  test('every value fits its field; one record lacks one attribute, for the story of a gap', () => {
    const gaps: string[] = [];
    for (const { field, register, attribute } of shared) {
      for (const [key, record] of Object.entries(records.get(register) ?? {})) {
        const value = record[attribute];
        if (value === undefined) gaps.push(`${key} ${attribute}`);
        else expect(checkValue(field, value), `${field.id} of ${key}`).toEqual([]);
      }
    }
    expect(gaps).toHaveLength(1);
  });

  test('a person is the one the number says; one archive disagrees, for the story of a correction', () => {
    const people = Object.entries(records.get('people') ?? {});
    for (const [number, person] of people) {
      expect(idCardFacts(number)).toEqual({ birth: person.birth, sex: person.sex });
      expect(person.idNumber).toBe(number);
    }
    const archives = records.get('archives') ?? {};
    expect(people.filter(([number, person]) => archives[number]?.archiveBirth !== person.birth)).toHaveLength(1);
  });
});

describe('the plan of sample cases', () => {
  test('about sixty over all scenarios, oldest first, each step after the one before and before now', () => {
    expect(cases.length).toBeGreaterThanOrEqual(55);
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length);
    const starts = cases.map((one) => one.startedWorkdaysAgo);
    expect(starts).toEqual([...starts].sort((a, b) => b - a));
    for (const { id, steps, startedWorkdaysAgo } of cases) {
      const times = steps.map((step) => step.after.workdays);
      expect(times, id).toEqual([...times].sort((a, b) => a - b));
      for (const time of times) expect(time, id).toBeLessThan(startedWorkdaysAgo);
    }
  });

  test("names only people, steps, decisions, fields and registers' keys that exist", () => {
    for (const plan of cases) {
      const design = designOf.get(plan.scenario);
      if (!design) throw new Error(`Expected a design of code ${plan.scenario}`);
      expect(personOf.has(plan.applicant), plan.id).toBe(true);
      expect(
        [...records.values()].some((known) => plan.subjectKey in known),
        plan.id,
      ).toBe(true);
      for (const step of plan.steps) {
        const node = design.flow.nodes[step.node];
        expect(personOf.has(step.as), step.as).toBe(true);
        expect(node, step.node).toBeDefined();
        if (step.element !== undefined) expect(node?.kind === 'dispatch' && step.element in node.bodies).toBe(true);
        if (step.do === 'complete') expect(node && 'decisions' in node && step.outcome in node.decisions).toBe(true);
        if (step.do === 'return') expect(design.flow.nodes[step.to]).toBeDefined();
        const named =
          step.do === 'askCorrection'
            ? Object.keys(step.remarks.fields)
            : 'values' in step
              ? Object.keys(step.values)
              : [];
        for (const id of named) expect(design.form.fields[id], id).toBeDefined();
      }
    }
  });

  test('every typed value fits its field', () => {
    for (const plan of cases) {
      const fields = designOf.get(plan.scenario)?.form.fields ?? {};
      for (const values of [plan.values, ...plan.steps.map((step) => ('values' in step ? step.values : {}))]) {
        for (const [id, value] of Object.entries(values)) {
          const field = fields[id];
          expect(field && checkValue(field, value), `${plan.id} ${id}`).toEqual([]);
        }
      }
    }
  });

  test('nobody retires twice', () => {
    const people = cases.filter((one) => one.scenario === 'retirement').map((one) => one.subjectKey);
    expect(new Set(people).size).toBe(people.length);
  });
});

test('sample releases reach departments that exist, and their answers come from those departments', () => {
  const departments = ids(directory.departments);
  for (const { template, draft, releases } of demoDesigns) {
    const design = designOf.get(template);
    for (const flow of [draft.flow, ...releases.map((release) => release.flow)]) {
      expect(flow === 'main' || (design !== undefined && flow in design.variants)).toBe(true);
    }
    for (const release of releases) {
      for (const department of release.departments) expect(departments).toContain(department);
      for (const { as } of release.answers) expect(release.departments).toContain(personOf.get(as)?.department);
    }
  }
});

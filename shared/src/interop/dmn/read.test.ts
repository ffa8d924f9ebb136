import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateDecision } from './evaluate.ts';
import { linkModels } from './program.ts';
import { DMN_LIMITS, DMN_READ_ERRORS, readDmn } from './read.ts';
import { tablesOfModel } from './tables-in.ts';

const HEAD = '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m" namespace="urn:m">';
const file = (inside: string): string => `<?xml version="1.0"?>${HEAD}${inside}</definitions>`;
const SMALL = file(
  `<!-- a --><inputData id="i" name="age"/><decision id="d" name="grade"><variable name="grade" typeRef="string"/>
  <informationRequirement id="r"><requiredInput href="#i"/></informationRequirement>
  <decisionTable hitPolicy="FIRST"><input label="Age"><inputExpression typeRef="number"><text>age</text></inputExpression>
  <inputValues><text>[0..120]</text></inputValues></input><output name="grade" typeRef="string">
  <outputValues><text>"a, b", "c"</text></outputValues><defaultOutputEntry><text>"c"</text></defaultOutputEntry></output>
  <rule><description>d</description><inputEntry><text><![CDATA[>= 18]]></text></inputEntry>
  <outputEntry><text>"a, b"</text></outputEntry></rule></decisionTable></decision>`,
);

describe('a file that is not what it should be', () => {
  it.each([
    ['nothing', '', 'notXml'],
    ['words', '今天', 'notXml'],
    ['JSON', '{"definitions": []}', 'notXml'],
    ['another kind of XML', '<html><body/></html>', 'notDmn'],
    ['BPMN', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', 'notDmn'],
    ['definitions of no namespace', '<definitions/>', 'notDmn'],
    ['DMN 1.1', '<definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd"/>', 'notDmn'],
    ['a tag that is not closed', `${HEAD}<decision></definitions>`, 'notXml'],
    ['a file that stops short', SMALL.slice(0, 300), 'notXml'],
    ['two files in one', SMALL + HEAD.replace('>', '/>'), 'notXml'],
    [
      'an external entity',
      `<!DOCTYPE definitions [<!ENTITY x SYSTEM "file:///etc/passwd">]>${HEAD}<description>&x;</description></definitions>`,
      'doctype',
    ],
    [
      'entities that multiply',
      `<!doctype d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>${HEAD}<description>&b;</description></definitions>`,
      'doctype',
    ],
    ['deep nesting', file('<context>'.repeat(5_000) + '</context>'.repeat(5_000)), 'tooDeep'],
    ['more elements than any table', file('<a/>'.repeat(DMN_LIMITS.elements)), 'tooLarge'],
    ['100 MB', 'x'.repeat(100_000_000), 'tooLarge'],
  ])('%s', (_, xml, code) => {
    expect(readDmn(xml)).toEqual({ ok: false, code });
  });

  it('an entity that nobody declared stays a text', () => {
    const reading = readDmn(file('<decision id="d" name="d"><description>&x; &amp; &#38;</description></decision>'));
    expect(reading.ok && reading.model.decisions[0]?.description).toBe('&x; & &');
  });

  const changed = fc
    .array(
      fc.record({
        at: fc.nat({ max: SMALL.length }),
        cut: fc.nat({ max: 40 }),
        put: fc.oneof(
          fc.constantFrom(
            '<',
            '>',
            '"',
            '</decision>',
            '<rule>',
            '&',
            ']]>',
            '<!--',
            '\0',
            '\ud800',
            'xmlns:dmn="x"',
            '=',
          ),
          fc.constantFrom(
            '<context><contextEntry><literalExpression><text>',
            'hitPolicy="X"',
            'id="__proto__"',
            'name=""',
          ),
          fc.string({ unit: 'binary', maxLength: 10 }),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((changes) => changes.reduce((xml, { at, cut, put }) => xml.slice(0, at) + put + xml.slice(at + cut), SMALL));

  it('whatever is done to it, it is read or refused by a code, and what is read can be used', () => {
    fc.assert(
      fc.property(changed, (xml) => {
        const reading = readDmn(xml);
        if (!reading.ok) {
          expect(DMN_READ_ERRORS).toContain(reading.code);
          return;
        }
        const { tables, notes } = tablesOfModel(reading.model);
        expect(tables.length + notes.length).toBeGreaterThanOrEqual(reading.model.decisions.length);
        const program = linkModels(reading.model);
        for (const { name } of reading.model.decisions) evaluateDecision(program, { name, values: { age: 20 } });
      }),
      { numRuns: 3000 },
    );
  });
});

/** The runner itself, on a folder of the kit's form. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseResult } from '../suite.ts';
import { dmnTck } from './suite.ts';

const MODEL = `<?xml version="1.0"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="http://example.org/sum" name="sum">
  <inputData id="a" name="a"><variable name="a" typeRef="number"/></inputData>
  <decision id="double" name="double"><variable name="double"/>
    <informationRequirement><requiredInput href="#a"/></informationRequirement>
    <literalExpression><text>a * 2</text></literalExpression>
  </decision>
</definitions>`;

const given = (value: string): string =>
  `<inputNode name="a"><value xsi:type="xsd:decimal">${value}</value></inputNode>`;
const expected = (value: string, more = ''): string =>
  `<resultNode name="double" type="decision" ${more}><expected>${value}</expected></resultNode>`;
const TESTS = `<?xml version="1.0"?>
<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <modelName>sum.dmn</modelName>
  <testCase id="right">${given('2')}${expected('<value xsi:type="xsd:decimal">4.000</value>')}</testCase>
  <testCase id="wrong">${given('2')}${expected('<value xsi:type="xsd:decimal">5</value>')}</testCase>
  <testCase id="text">${given('2')}${expected('<value xsi:type="xsd:string">4</value>')}</testCase>
  <testCase id="list">${given('2')}${expected(
    '<list><item><value xsi:type="xsd:decimal">4</value></item></list>',
  )}</testCase>
  <testCase id="error"><inputNode name="a"><value xsi:type="xsd:string">x</value></inputNode>
    ${expected('<value xsi:nil="true"/>', 'errorResult="true"')}</testCase>
  <testCase id="no error">${given('2')}${expected(
    '<value xsi:type="xsd:decimal">4</value>',
    'errorResult="true"',
  )}</testCase>
</testCases>`;

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'dmn-tck-'));
  const folder = join(root, 'compliance-level-2', '0001-sum');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'sum.dmn'), MODEL);
  writeFileSync(join(folder, 'sum-test-01.xml'), TESTS);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

async function run(folder: string): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for await (const result of dmnTck.run(folder)) results.push(result);
  return results;
}

it('passes what is as expected and says why the rest is not', async () => {
  const results = await run(root);
  expect(results.map(({ name, ok, detail }) => (ok ? name : `${name}: ${detail}`))).toEqual([
    '0001-sum right',
    '0001-sum wrong: double: 5 expected, 4 found',
    '0001-sum text: double: "4" expected, 4 found',
    '0001-sum list: double: [4] expected, 4 found',
    '0001-sum error',
    '0001-sum no error: double: an error expected, none reported',
  ]);
  expect(new Set(results.map(({ group }) => group))).toEqual(new Set(['compliance-level-2']));
});

it('takes one level or one folder just as well', async () => {
  expect(await run(join(root, 'compliance-level-2'))).toEqual(await run(root));
  expect(await run(join(root, 'compliance-level-2', '0001-sum'))).toEqual(await run(root));
});

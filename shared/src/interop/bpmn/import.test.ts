import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerUnsealed, type CompileContext } from '../../compiler/index.ts';
import { designSchema } from '../../document/index.ts';
import { MAX_XML_LENGTH } from '../xml-guard.ts';
import { importBpmn, type ImportedDesign } from './index.ts';

const HEAD =
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="d" targetNamespace="urn:t">';
const process = (body: string, more = '') =>
  `${HEAD}<process id="p" name="Permit">${body}</process>${more}</definitions>`;
const flow = (id: string, from: string, to: string, body = '') =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${body}</sequenceFlow>`;

async function only(xml: string): Promise<ImportedDesign> {
  const imported = await importBpmn(xml, { done: 'done' });
  if (!imported.ok) throw new Error(imported.code);
  const [first] = imported.designs;
  if (!first || imported.designs.length > 1) throw new Error('Expected one process');
  return first;
}
const codes = ({ report }: ImportedDesign): string[] =>
  [...report.changed, ...report.kept].map(({ code, id }) => `${code} ${id}`);

const PERMIT = process(
  `<laneSet><lane id="hall" name="Hall"><flowNodeRef>s</flowNodeRef><flowNodeRef>check</flowNodeRef></lane><lane id="office" name="Office"><flowNodeRef>decide</flowNodeRef></lane></laneSet>
   <startEvent id="s"/><userTask id="check" name="Check"/><exclusiveGateway id="x" default="no"/>
   <userTask id="decide" name="Decide"/><endEvent id="e"/>
   <boundaryEvent id="late" attachedToRef="decide" cancelActivity="false"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></boundaryEvent>
   <endEvent id="told"/>
   <textAnnotation id="note"><text>why</text></textAnnotation>
   ${flow('a', 's', 'check')}${flow('b', 'check', 'x')}
   ${flow('yes', 'x', 'decide', '<conditionExpression>= form.amount &gt; 5</conditionExpression>')}
   ${flow('old', 'x', 'decide', '<conditionExpression>${amount > 5}</conditionExpression>')}
   ${flow('no', 'x', 'e')}${flow('c', 'decide', 'e')}${flow('l', 'late', 'told')}`,
  `<bpmndi:BPMNDiagram id="g"><bpmndi:BPMNPlane id="pl" bpmnElement="p"><bpmndi:BPMNShape id="sh" bpmnElement="check"><dc:Bounds x="120" y="80" width="100" height="80"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`,
);

describe('a BPMN file', () => {
  it('becomes a design with its lanes, conditions, times and places', async () => {
    const { design } = await only(PERMIT);
    expect(design.meta).toMatchObject({ code: 'p', title: 'Permit' });
    expect(design.flow.nodes['check']).toMatchObject({ kind: 'task', lane: 'hall', name: 'Check' });
    expect(design.flow.nodes['decide']).toMatchObject({ lane: 'office' });
    expect(design.flow.edges['yes']?.condition).toEqual({ type: 'feel', text: 'form.amount > 5' });
    expect(design.flow.edges['no']?.isDefault).toBe(true);
    expect(design.flow.nodes['late']).toMatchObject({
      kind: 'onTime',
      attachedTo: 'decide',
      interrupting: false,
      timing: { from: 'start', after: { amount: 3, unit: 'day' } },
    });
    expect(design.layout['check']).toEqual({ x: 120, y: 80 });
    expect(designSchema.safeParse(design).success).toBe(true);
  });

  it('drops nothing silently: another language and a remark are told by name and kept', async () => {
    const imported = await only(PERMIT);
    expect(codes(imported)).toEqual(['laneUnbound hall', 'laneUnbound office', 'conditionKept old', 'note note']);
    expect(Object.values(imported.design.kept ?? {})[0]).toMatchObject({ type: 'TextAnnotation', reason: 'note' });
    expect(Object.values(imported.design.kept ?? {})[0]?.xml).toContain('why');
  });

  it('says with gateways what BPMN says without them', async () => {
    const imported = await only(
      process(
        `<startEvent id="s"/><task id="t"/><task id="u"/><endEvent id="e"/>${flow('a', 's', 't')}${flow('b', 't', 'u')}${flow('c', 't', 'e')}`,
      ),
    );
    expect(imported.design.flow.nodes['t_split']).toMatchObject({ kind: 'parallel' });
    expect(codes(imported)).toEqual(['laneUnbound p', 'forkInserted t', 'endAdded u', 'noLayout p']);
    expect(lowerUnsealed(imported.design, { items: {} } as CompileContext)).not.toBeNull();
  });

  it('keeps what is not run where it stood, and the compiler refuses it by name', async () => {
    const imported = await only(
      process(
        `<startEvent id="s"/><transaction id="t" name="Book"/><endEvent id="e"/>${flow('a', 's', 't')}${flow('b', 't', 'e')}`,
      ),
    );
    expect(imported.design.flow.nodes['t']).toEqual({ id: 't', name: 'Book', kind: 'foreign', type: 'Transaction' });
    expect(imported.report.kept).toMatchObject([{ code: 'notExecuted', id: 't', type: 'Transaction' }]);
    expect(lowerUnsealed(imported.design, { items: {} } as CompileContext)).toBeNull();
  });

  it('makes one design of each process', async () => {
    const two = `${HEAD}<process id="p"><startEvent id="s"/></process><process id="q"><task id="t"/></process></definitions>`;
    const imported = await importBpmn(two, { done: 'done' });
    expect(imported.ok && imported.designs.map((one) => one.process)).toEqual(['p', 'q']);
  });
});

describe('bad input', () => {
  const code = async (xml: string): Promise<string> => {
    const imported = await importBpmn(xml, { done: 'done' });
    return imported.ok ? 'ok' : imported.code;
  };

  it.each([
    ['notBpmn', 'text'],
    ['notBpmn', '<html/>'],
    ['notXml', `${HEAD}<process id="p">`],
    ['noProcess', `${HEAD}</definitions>`],
    ['doctype', `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${process('')}`],
    ['tooManyUnknown', process('<zzz/>'.repeat(20_000))],
    ['tooDeep', process('<subProcess>'.repeat(200) + '</subProcess>'.repeat(200))],
  ])('is refused as %s', async (expected, xml) => {
    expect(await code(xml)).toBe(expected);
  });

  it('a large drawing is read: what every drawing is made of is known', async () => {
    const steps = Array.from(
      { length: 6_000 },
      (_, i) => `<task id="t${i}"><incoming>f${i}</incoming><outgoing>f${i + 1}</outgoing></task>`,
    );
    expect(await code(process(steps.join('')))).toBe('ok');
  });

  it('a file that is too large is not even looked into', async () => {
    expect(await code('x'.repeat(MAX_XML_LENGTH + 1))).toBe('tooLarge');
  });

  it('whatever is cut out of a file or put into it, it is read or refused, and what is read is a design', async () => {
    const place = fc.integer({ min: 0, max: PERMIT.length });
    const junk = fc.oneof(fc.string(), fc.constantFrom('"', '<', '/>', '__proto__', 'id="constructor"', '\uD800'));
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 0, max: 40 }), junk, async (at, length, text) => {
        const xml = PERMIT.slice(0, at) + text + PERMIT.slice(at + length);
        const imported = await importBpmn(xml, { done: 'done' });
        for (const { design } of imported.ok ? imported.designs : []) {
          expect(designSchema.safeParse(design).error?.issues ?? []).toEqual([]);
          lowerUnsealed(design, { items: {} } as CompileContext);
        }
      }),
      { numRuns: 300 },
    );
  });
});

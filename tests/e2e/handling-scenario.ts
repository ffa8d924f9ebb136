/** A little scenario for the walk through what happens around a step: shared data, files, corrections, ticking. */
import { SCHEMA_VERSION } from '@tongban/shared/document';

const all = (levels: { readonly start: string; readonly check: string; readonly side?: string }) => ({
  side: 'hidden',
  ...levels,
});
const shared = (id: string, order: string, name: string, kind: string) => ({
  id,
  order,
  section: 'person',
  kind,
  name,
  source: { type: 'shared', register: 'people', attribute: id },
  access: all({ start: 'read', check: 'read' }),
});
const office = (id: string, order: string, type: string, name: string) => ({
  id,
  order,
  name,
  party: { kind: 'department', type },
});

/** 提交 → 核对 (ticks who is asked) → 征询 (those who were ticked, side by side) → 办结. */
export const HANDLING = {
  schemaVersion: SCHEMA_VERSION,
  meta: { code: 'handling', title: '教职工补助一件事', module: 'factors', lead: 'finance' },
  items: { item: { id: 'item', order: 'a', item: 'budgetSubject', version: 1, role: 'lead', lane: 'finance' } },
  parties: { applicant: 'office', subject: { kind: 'person', keyField: 'idNumber', nameField: 'name' } },
  flow: {
    lanes: {
      unit: { id: 'unit', order: 'a', name: '申请单位', party: { kind: 'applicant' } },
      finance: office('finance', 'b', 'finance', '财政局'),
      several: { id: 'several', order: 'c', name: '征询单位', party: { kind: 'several' } },
    },
    nodes: {
      start: { id: 'start', kind: 'start', name: '提交', lane: 'unit' },
      check: {
        id: 'check',
        kind: 'task',
        name: '核对',
        lane: 'finance',
        deadline: { amount: 2, unit: 'workday' },
        powers: { correct: true, return: false, reject: false },
        decisions: { fine: { id: 'fine', order: 'a', name: '核对无误', tone: 'positive' } },
      },
      side: {
        id: 'side',
        kind: 'dispatch',
        name: '征询',
        lane: 'several',
        deadline: { amount: 1, unit: 'workday' },
        choice: { mode: 'ticked', field: 'offices' },
        bodies: {
          education: office('education', 'a', 'education', '教育局'),
          staff: office('staff', 'b', 'humanResources', '人社局'),
          posts: office('posts', 'c', 'establishment', '编办'),
        },
        decisions: { known: { id: 'known', order: 'a', name: '无意见', tone: 'positive' } },
      },
      end: { id: 'end', kind: 'end', name: '办结', lane: 'finance', result: 'approved' },
    },
    edges: {
      e1: { id: 'e1', order: 'a', from: 'start', to: 'check' },
      e2: { id: 'e2', order: 'b', from: 'check', to: 'side' },
      e3: { id: 'e3', order: 'c', from: 'side', to: 'end' },
    },
  },
  form: {
    sections: {
      person: { id: 'person', order: 'a', name: '人员' },
      rest: { id: 'rest', order: 'b', name: '补助' },
    },
    fields: {
      idNumber: shared('idNumber', 'a', '身份证号', 'idCard'),
      name: shared('name', 'b', '姓名', 'text'),
      nativePlace: shared('nativePlace', 'c', '籍贯', 'text'),
      phone: {
        id: 'phone',
        order: 'd',
        section: 'rest',
        kind: 'phone',
        name: '联系电话',
        rules: { required: true },
        access: all({ start: 'required', check: 'read' }),
      },
      proof: {
        id: 'proof',
        order: 'e',
        section: 'rest',
        kind: 'file',
        name: '佐证材料',
        accept: ['pdf', 'jpg'],
        maxBytes: 100_000,
        maxCount: 3,
        access: all({ start: 'write', check: 'read' }),
      },
      offices: {
        id: 'offices',
        order: 'f',
        section: 'rest',
        kind: 'department',
        name: '征询单位',
        rules: { required: true },
        access: all({ start: 'hidden', check: 'required' }),
      },
    },
  },
  policies: { promise: { amount: 5, unit: 'workday' } },
};

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Access } from '../document/index.ts';
import type { CaseView } from './index.ts';
import { applicant, manual, officer, Play, startCommand } from './testing.ts';
import { confidential, look, viewer, type OpinionSeen } from './testing-view.ts';

const OFFICES = ['office-first', 'office-e1', 'office-e2', 'office-review'];
const PLACES = ['start', 'first', 'all/e1', 'all/e2', 'review'] as const;

describe('view', () => {
  it('holds no value, opinion, remark or comment that the viewer may not see, at any moment of a case', () => {
    const anyAccess = fc.constantFrom<Access>('hidden', 'read', 'write');
    const access = fc.record({
      start: anyAccess,
      first: anyAccess,
      all: fc.constantFrom<Access>('hidden', 'read', 'write', 'own'),
      review: anyAccess,
    });
    fc.assert(
      fc.property(
        fc.array(access, { minLength: 1, maxLength: 5 }),
        fc.constantFrom<OpinionSeen>('everyone', 'handlers', 'lead'),
        (accesses, visibility) => {
          const fields = Object.fromEntries(accesses.map((one, i) => [`f${i}`, one]));
          const play = new Play(confidential(fields, visibility));
          const stages = playWithSecrets(play, fields);
          const known = new Set<string>();
          for (const stage of stages) {
            for (const who of viewers) {
              const text = JSON.stringify(stage.views.get(who.name) ?? '');
              for (const secret of stage.secrets) {
                const seen = text.includes(secret.text);
                if (seen) known.add(secret.text);
                if (seen && !mayKnow(secret, who.name, fields, visibility)) {
                  throw new Error(`${who.name} sees ${secret.text} (${secret.what})`);
                }
              }
            }
          }
          // A view that showed nothing would pass the above: the applicant's remark and own opinions are always read.
          const shown = stages.at(-1)?.secrets.filter((one) => one.what.kind === 'opinion') ?? [];
          expect(shown.every((one) => known.has(one.text))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const viewers = [
  { name: 'applying', who: viewer('applying') },
  ...OFFICES.map((department) => ({ name: department, who: viewer(department) })),
  { name: 'supervisor', who: viewer('elsewhere', { roles: ['supervisor'] }) },
  { name: 'admin', who: viewer('elsewhere', { roles: ['admin'] }) },
  { name: 'stranger', who: viewer('elsewhere') },
];

interface Secret {
  readonly text: string;
  readonly what:
    | { readonly kind: 'value'; readonly field: string; readonly element: string | null }
    | { readonly kind: 'opinion'; readonly office: string; readonly after: readonly string[] }
    | { readonly kind: 'remark'; readonly office: string }
    | { readonly kind: 'returnReason' };
}
interface Stage {
  readonly secrets: readonly Secret[];
  readonly views: ReadonlyMap<string, CaseView | null>;
}
type Fields = Readonly<Record<string, Readonly<Record<string, Access>>>>;

/** Plays a case with a unique word in every value and text, and looks as everyone after every command. */
function playWithSecrets(play: Play, fields: Fields): Stage[] {
  const stages: Stage[] = [];
  const secrets: Secret[] = [];
  let count = 0;
  const secret = (what: Secret['what']): string => {
    const text = `canary-${++count}-x`;
    secrets.push({ text, what });
    return text;
  };
  const snap = (): void => {
    stages.push({
      secrets: [...secrets],
      views: new Map(viewers.map(({ name, who }) => [name, look(play, who)])),
    });
  };
  const fill = (node: string, element: string | null) => {
    const values: Record<string, string> = {};
    for (const [id, access] of Object.entries(fields)) {
      const here = access[node];
      if (here === 'own') values[`${id}@${element ?? ''}`] = secret({ kind: 'value', field: id, element });
      else if (here === 'write') values[id] = secret({ kind: 'value', field: id, element: null });
    }
    return manual(values);
  };
  const complete = (node: string, element: string | null, after: readonly string[]): void => {
    const office = `office-${element ?? node}`;
    const opinion = secret({ kind: 'opinion', office, after });
    const patch = fill(node, element);
    const activity = play.open(node, element);
    play.do(officer(element ?? node), { type: 'complete', activity, outcome: 'ok', opinion, patch });
    snap();
  };
  play.do(applicant, startCommand(play.definition, fill('start', null)));
  snap();
  const seenByBoth = Object.keys(fields).find(
    (id) => fields[id]?.['start'] !== 'hidden' && fields[id]?.['first'] !== 'hidden',
  );
  const remark = secret({ kind: 'remark', office: 'office-first' });
  const remarks = {
    fields: seenByBoth ? { [seenByBoth]: remark } : {},
    materials: {},
    general: `${remark} in general`,
  };
  play.do(officer('first'), { type: 'askCorrection', activity: play.open('first'), remarks });
  snap();
  play.do(applicant, { type: 'resubmit', patch: fill('start', null) });
  snap();
  complete('first', null, ['office-e1', 'office-e2', 'office-review']);
  complete('all', 'e1', ['office-review']);
  complete('all', 'e2', ['office-review']);
  const reason = secret({ kind: 'returnReason' });
  const activity = play.open('review');
  play.do(officer('review'), { type: 'return', activity, to: 'all', reason, mode: 'again' });
  snap();
  complete('all', 'e2', ['office-review']);
  complete('all', 'e1', ['office-review']);
  complete('review', null, []);
  return stages;
}

function mayKnow(secret: Secret, who: string, fields: Fields, visibility: OpinionSeen): boolean {
  if (who === 'stranger' || who === 'supervisor' || who === 'admin') return false;
  const { what } = secret;
  switch (what.kind) {
    case 'value':
      return PLACES.some((place) => {
        const node = place.split('/')[0] ?? '';
        const element = place.split('/')[1] ?? null;
        const office = place === 'start' ? 'applying' : `office-${element ?? node}`;
        if (office !== who) return false;
        const access = fields[what.field]?.[node] ?? 'hidden';
        if (access === 'own') return what.element === element;
        return what.element === null ? access !== 'hidden' : access === 'read';
      });
    case 'opinion':
      if (what.office === who || visibility === 'everyone') return true;
      return visibility === 'lead' ? who === 'office-review' : what.after.includes(who);
    case 'remark':
      return who === 'applying' || who === what.office;
    case 'returnReason':
      return ['office-review', 'office-e1', 'office-e2'].includes(who);
  }
}

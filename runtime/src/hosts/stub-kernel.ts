/* eslint-disable */
// temporary: replaced when the kernel lands
import type { Kernel } from './kernel.ts';
import { thresholdsAt } from '@tongban/shared/calendar';
export const stubKernel: Kernel = {
  decide(def, state, command, facts) {
    const x = def.executable;
    const events: any[] = [];
    let seq = state?.seq ?? 0;
    const actor = facts.actor;
    const by = actor === 'system' ? 'system' : actor.person;
    const id = command.type === 'start' ? command.caseId : state!.caseId;
    const push = (e: any) => events.push({ v: 1, seq: ++seq, at: facts.now, by, byName: by, ...e });
    const tokens: Record<string, any> = { ...(state?.tokens ?? {}) };
    let open = Object.values(state?.activities ?? {}).filter((a) => a.status === 'open').length;
    let bindings: any = state?.bindings;
    const flow = (edge: string, prev: string, from: string[]) => {
      const to = x.edges[edge]!.to;
      const prim = x.prims[to]!;
      if (prim.type === 'activity') {
        open++;
        const dep = bindings[prim.work.lane!];
        const aid = `${id}.${seq + 1}`;
        push({
          type: 'activityStarted',
          id: aid,
          node: to,
          element: null,
          parent: null,
          kind: 'work',
          name: prim.work.name,
          department: dep.department,
          departmentName: dep.name,
          post: prim.work.post,
          token: { id: prev, edge, lineage: [] },
          budget: prim.work.deadline,
          round: 1,
          timers: prim.work.timers.map((t) => ({ id: `${aid}.${t.id}`, boundary: t.id, budget: t.after })),
        });
      } else if (prim.type === 'fork') {
        const put = prim.out.map((e, i) => ({ id: `t${seq + 1}.${i}`, edge: e, lineage: [] }));
        push({ type: 'tokensMoved', node: to, taken: from, put });
        for (const t of put) flow(t.edge, t.id, [t.id]);
      } else if (prim.type === 'join') {
        const t = { id: prev, edge, lineage: [] };
        tokens[t.id] = t;
        push({ type: 'tokensMoved', node: to, taken: [], put: [t] });
        const here = Object.values(tokens).filter((z) => prim.in.includes(z.edge));
        if (here.length === prim.in.length) {
          const n = { id: `t${seq + 1}`, edge: prim.out, lineage: [] };
          for (const h of here) delete tokens[h.id];
          push({ type: 'tokensMoved', node: to, taken: here.map((h) => h.id), put: [n] });
          flow(prim.out, n.id, [n.id]);
        }
      } else if (prim.type === 'end') {
        push({ type: 'caseEnded', result: prim.result, node: to, reason: null });
      } else throw new Error('stub');
    };
    if (command.type === 'start') {
      bindings = command.bindings;
      push({
        type: 'caseStarted',
        caseId: id,
        code: x.code,
        title: x.title,
        release: command.release,
        version: command.version,
        identity: def.identity,
        number: command.number,
        region: command.region,
        applicant: {
          person: by,
          name: by,
          department: actor === 'system' ? null : actor.department,
          departmentName: null,
        },
        bindings,
        trial: command.trial,
        promise: x.policies.promise,
        promisedAt: null,
      });
      const s = x.prims[x.start]! as any;
      flow(s.out, `t${seq}`, []);
      return { ok: true, events };
    }
    if (!state || state.status === 'ended') return { ok: false, rejection: { code: 'caseEnded' } };
    if (command.type === 'fireTimer') {
      for (const a of Object.values(state.activities))
        for (const t of a.timers)
          if (t.id === command.timer && t.status === 'armed' && a.status === 'open') {
            push({ type: 'timerFired', timer: t.id, activity: a.id, boundary: t.boundary });
            return { ok: true, events };
          }
      return { ok: false, rejection: { code: 'timerGone' } };
    }
    const act = state.activities[(command as any).activity];
    if (!act) return { ok: false, rejection: { code: 'notFound' } };
    if (act.status !== 'open') return { ok: false, rejection: { code: 'alreadyDone' } };
    if (command.type === 'claim') {
      push({ type: 'taskClaimed', activity: act.id });
      return { ok: true, events };
    }
    if (command.type === 'complete') {
      if ((command.opinion as string) === 'throw') throw new Error('asked to throw');
      const prim = x.prims[act.node]! as any;
      const o = prim.work.outcomes.find((z: any) => z.id === command.outcome);
      if (!o) return { ok: false, rejection: { code: 'unknownOutcome' } };
      push({
        type: 'activityCompleted',
        activity: act.id,
        outcome: o.id,
        outcomeName: o.name,
        opinion: command.opinion,
        read: {},
      });
      flow(o.edge, act.token!.id, []);
      return { ok: true, events };
    }
    return { ok: false, rejection: { code: 'notAllowed' } };
  },
  evolve(state, events) {
    let s: any = state;
    for (const e of events) {
      if (e.type === 'caseStarted')
        s = {
          caseId: e.caseId,
          seq: e.seq,
          code: e.code,
          title: e.title,
          release: e.release,
          version: e.version,
          identity: e.identity,
          number: e.number,
          region: e.region,
          trial: e.trial,
          applicant: e.applicant,
          subject: null,
          bindings: e.bindings,
          status: 'running',
          result: null,
          endReason: null,
          startedAt: e.at,
          endedAt: null,
          promisedAt: null,
          clock: e.promise && { budget: e.promise, startedAt: e.at, suspensions: [], stoppedAt: null },
          data: {},
          tokens: {},
          activities: {},
          corrections: [],
          disputes: [],
          returns: [],
          reached: [],
          log: [],
          incident: null,
        };
      else {
        s = { ...s, seq: e.seq };
        const patch = (id: string, p: any) => {
          s.activities = { ...s.activities, [id]: { ...s.activities[id], ...p } };
        };
        if (e.type === 'tokensMoved') {
          s.tokens = { ...s.tokens };
          for (const t of e.taken) delete s.tokens[t];
          for (const t of e.put) s.tokens[t.id] = t;
        } else if (e.type === 'activityStarted')
          patch(e.id, {
            id: e.id,
            node: e.node,
            element: null,
            parent: null,
            kind: 'work',
            name: e.name,
            department: e.department,
            departmentName: e.departmentName,
            post: e.post,
            token: e.token,
            round: 1,
            status: 'open',
            startedAt: e.at,
            claimedBy: null,
            endedAt: null,
            endedBy: null,
            outcome: null,
            outcomeName: null,
            opinion: '',
            read: {},
            clock: e.budget && { budget: e.budget, startedAt: e.at, suspensions: [], stoppedAt: null },
            timers: e.timers.map((t) => ({ ...t, status: 'armed' })),
            corrections: 0,
          });
        else if (e.type === 'taskClaimed') patch(e.activity, { claimedBy: { person: e.by, name: e.byName, at: e.at } });
        else if (e.type === 'activityCompleted')
          patch(e.activity, {
            status: 'done',
            endedAt: e.at,
            endedBy: { person: e.by, name: e.byName },
            outcome: e.outcome,
            opinion: e.opinion,
          });
        else if (e.type === 'timerFired')
          patch(e.activity, {
            timers: s.activities[e.activity].timers.map((t: any) => (t.id === e.timer ? { ...t, status: 'fired' } : t)),
          });
        else if (e.type === 'caseEnded') s = { ...s, status: 'ended', result: e.result, endedAt: e.at };
      }
    }
    return s;
  },
  project(def, before, s, calendar) {
    const th = def.executable.policies;
    const times = (c: any, done: boolean) =>
      (c && !done ? thresholdsAt(calendar, c, th) : null) ?? { dueAt: null, amberAt: null, redAt: null };
    const tasks: any[] = [];
    const timers: any[] = [];
    const deps: string[] = [];
    for (const a of Object.values(s.activities)) {
      if (!deps.includes(a.department!)) deps.push(a.department!);
      if (a.status === 'open')
        for (const t of a.timers)
          if (t.status === 'armed')
            timers.push({
              timer: t.id,
              caseId: s.caseId,
              activity: a.id,
              dueAt: thresholdsAt(calendar, { ...a.clock!, budget: t.budget } as any, th)!.dueAt,
            });
      if (before?.activities[a.id] === a) continue;
      tasks.push({
        activity: a.id,
        caseId: s.caseId,
        code: s.code,
        title: s.title,
        version: s.version,
        number: s.number,
        subject: '',
        applicantName: s.applicant.name,
        node: a.node,
        element: null,
        name: a.name,
        department: a.department,
        departmentName: a.departmentName,
        post: a.post,
        claimedBy: a.endedBy?.person ?? a.claimedBy?.person ?? null,
        claimedByName: null,
        status: a.status,
        startedAt: a.startedAt,
        endedAt: a.endedAt,
        clock: a.clock,
        ...times(a.clock, a.status !== 'open'),
        trial: s.trial,
      });
    }
    const unchanged = before !== null && before.clock === s.clock && before.status === s.status;
    void unchanged;
    return {
      case: {
        caseId: s.caseId,
        code: s.code,
        title: s.title,
        module: def.executable.module,
        release: s.release,
        version: s.version,
        number: s.number,
        subject: '',
        applicantPerson: s.applicant.person,
        applicantDepartment: s.applicant.department,
        applicantName: s.applicant.name,
        region: s.region,
        status: s.status,
        result: s.result,
        startedAt: s.startedAt,
        endedAt: s.endedAt,
        promisedAt: null,
        clock: s.clock,
        ...times(s.clock, s.status === 'ended'),
        trial: s.trial,
        departments: deps,
      },
      tasks,
      timers,
    };
  },
  react(_def, s, events) {
    return (events as any[]).flatMap((e: any): any[] =>
      e.type === 'activityStarted'
        ? [
            {
              key: `${s.caseId}#${e.seq}`,
              kind: 'taskArrived',
              caseId: s.caseId,
              department: e.department,
              person: null,
              params: { step: e.name },
            },
          ]
        : e.type === 'caseEnded'
          ? [
              {
                key: `${s.caseId}#${e.seq}`,
                kind: 'caseEnded',
                caseId: s.caseId,
                department: null,
                person: s.applicant.person,
                params: {},
              },
            ]
          : [],
    );
  },
};

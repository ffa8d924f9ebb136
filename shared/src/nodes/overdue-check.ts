/** Reminders and what happens at the due time (A4.12): there is a due time, and a default has its basis. */
import type { Diagnostic } from '../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../compiler/diagnostics.ts';
import type { WorkNode } from '../compiler/graph.ts';
import { inDays } from '../compiler/time.ts';
import { sorted } from '../document/index.ts';

export function checkOverdue(node: WorkNode): Diagnostic[] {
  const { deadline, reminders = [], overdue } = node;
  const at = nodeRef(node.id);
  const params = { name: node.name };
  if (reminders.length === 0 && !overdue) return [];
  const found: Diagnostic[] = [];
  if (!deadline) found.push(diagnose('overdue.noDeadline', at, { params }));
  else if (reminders.some((before) => inDays(before) >= inDays(deadline))) {
    found.push(diagnose('overdue.earlyReminder', at, { params, repair: repair('dropEarlyReminders') }));
  }
  return [...found, ...checkDefault(node)];
}

function checkDefault(node: WorkNode): Diagnostic[] {
  const { overdue, decisions } = node;
  const at = nodeRef(node.id);
  const params = { name: node.name };
  if (overdue?.type !== 'default') return [];
  const found: Diagnostic[] = [];
  if (!decisions[overdue.decision]) {
    const positive = sorted(decisions).find(({ tone }) => tone === 'positive');
    const fix = positive ? repair('defaultDecision', { decision: positive.id, name: positive.name }) : undefined;
    found.push(diagnose('overdue.unknownDecision', at, { params, repair: fix }));
  }
  if (overdue.basis.trim() === '') {
    found.push(diagnose('overdue.noBasis', at, { params, repair: repair('escalateInstead') }));
  }
  return found;
}

/**
 * One task: the paper with what this step fills in, and the decision. While a correction is written, a click on a
 * field of the paper adds a remark. Everything begun is kept until it is sent.
 */
import type { CaseView, FieldView, Problem, WorkView } from '@tongban/shared/kernel';
import { Button, Drawer } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseCommand } from '../app/api-types.ts';
import { failureOf } from '../app/errors.ts';
import { useAct } from '../cases/use-case.ts';
import { useCaseTools } from '../cases/use-form-tools.tsx';
import { FormSections, FormToolsContext } from '../ui/form/index.ts';
import { Paper, type CasePaneProps, type Finished } from './CasePane.tsx';
import { DecisionPane } from './DecisionPane.tsx';
import styles from './desk.module.css';
import { Stepper } from './Stepper.tsx';
import { useTaskDraft, type TaskDraft } from './task-draft.ts';

interface TaskPanesProps extends CasePaneProps {
  readonly view: CaseView;
  readonly work: WorkView;
  readonly onFinished: (finished: Finished) => void;
}

export function TaskPanes(props: TaskPanesProps) {
  const { view, work, narrow, onBack, onFinished } = props;
  const { t } = useTranslation('desk');
  const draft = useTaskDraft(work.activity);
  const acting = useAct(view.caseId);
  const [found, setFound] = useState<readonly Problem[]>([]);
  const [sheet, setSheet] = useState(false);
  const { set, value: state, forget } = draft;
  const mine = work.commands.includes('complete');
  const picking = mine && state.mode === 'correct';

  const { tools, dialog } = useCaseTools({
    target: { for: 'case', id: view.caseId },
    dispute: view.commands.includes('dispute')
      ? async (field, comment) => (await acting.act({ type: 'dispute', field, comment })) !== null
      : null,
    tickable: work.tickable,
  });
  const pick = useCallback(
    (field: FieldView) => {
      set((was) =>
        Object.hasOwn(was.fields, field.field.id) ? was : { ...was, fields: { ...was.fields, [field.field.id]: '' } },
      );
      setSheet(true);
      // The new line of the list takes the focus as soon as it is drawn.
      requestAnimationFrame(() => document.getElementById(`remark-${field.field.id}`)?.focus());
    },
    [set],
  );
  const formTools = useMemo(
    () => (picking ? { ...tools, pick, picked: state.fields } : tools),
    [tools, picking, pick, state.fields],
  );
  const onChange = useCallback(
    (key: string, value: TaskDraft['values'][string]) =>
      set((was) => ({ ...was, values: { ...was.values, [key]: value } })),
    [set],
  );
  const send = useCallback(
    async (command: CaseCommand, message: string) => {
      const next = await acting.act(command);
      if (next === null) return;
      setSheet(false);
      if (command.type === 'claim' || command.type === 'release') return;
      forget();
      onFinished({ activity: work.activity, message, next });
    },
    [acting, forget, onFinished, work.activity],
  );

  const refused = acting.error === null ? [] : failureOf(acting.error).problems;
  const problems = refused.length > 0 ? refused : found;
  const decision = (
    <DecisionPane view={view} work={work} draft={draft} acting={acting} onProblems={setFound} onSend={send} />
  );
  return (
    <>
      <Paper view={view} narrow={narrow} onBack={onBack}>
        <FormToolsContext.Provider value={formTools}>
          <FormSections
            sections={work.sections.length > 0 ? work.sections : view.sections}
            values={state.values}
            onChange={onChange}
            problems={problems}
            mode={picking || !mine ? 'read' : 'edit'}
            fold={false}
          />
        </FormToolsContext.Provider>
      </Paper>
      {narrow ? (
        <>
          <Stepper {...props}>
            {(mine ? work.outcomes.slice(0, 2) : []).map((outcome) => (
              <Button
                key={outcome.id}
                type={outcome.tone === 'positive' ? 'primary' : 'default'}
                onClick={() => {
                  set((was) => ({ ...was, mode: 'decide', outcome: outcome.id }));
                  setSheet(true);
                }}
              >
                {outcome.name}
              </Button>
            ))}
            <Button onClick={() => setSheet(true)}>{t('decision')}</Button>
          </Stepper>
          <Drawer open={sheet} placement="bottom" size="70%" title={work.name} onClose={() => setSheet(false)}>
            {decision}
          </Drawer>
        </>
      ) : (
        <aside className={styles.decision} aria-label={t('decision')}>
          {decision}
        </aside>
      )}
      {dialog}
    </>
  );
}

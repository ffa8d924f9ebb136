/**
 * 改并联: which steps in series may run side by side, and why. It says who needs what from whom, shows the days before
 * and after against the promise, and applies as one undo. What is unsafe can be drawn by force, and says what is missing.
 */
import { CloseOutlined } from '@ant-design/icons';
import { applyParallel, forceParallel, inDays, propose } from '@tongban/shared/compiler';
import { moveNodes, type Design } from '@tongban/shared/document';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { Button, Checkbox } from 'antd';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';
import { arrange } from '../../ui/flow/arrange.ts';
import { tidyLayout } from '../canvas/elk.ts';
import { openingView } from '../canvas/use-viewport.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { byHand, chosenProposal, needsOf, officeOf, type Need } from './model.ts';
import styles from './parallel.module.css';

/** Smallest zoom at which the result is shown as a whole. */
const SHOW_ALL = 0.4;

export function ParallelPanel(): ReactNode {
  const { t, i18n } = useTranslation('studio-flow');
  const { design, edit, readOnly } = useStudio();
  const ui = useStudioUi();
  const canvas = useReactFlow();
  const store = useStoreApi();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState(false);
  const language = wordsLanguage(i18n.language);
  const proposal = useMemo(() => propose(design), [design]);
  const chosen = useMemo(() => chosenProposal(design, proposal, left), [design, proposal, left]);
  const needs = useMemo(() => needsOf(design, proposal.dependencies), [design, proposal]);
  const possible = proposal.groups.length > 0;

  // Once it is done, picking one step means to look at that step.
  const { selection, setSide } = ui;
  useEffect(() => {
    if (done && selection.length === 1) setSide(null);
  }, [done, selection, setSide]);

  const change = async (name: string, apply: (now: Design) => Design): Promise<void> => {
    const next = apply(design);
    const layout = await tidyLayout(next.flow);
    edit(name, (now) => moveNodes(apply(now), layout));
    ui.select([]);
    setDone(true);
    const { width, height } = store.getState();
    void canvas.setViewport(openingView(arrange(next.flow, layout), width, height, SHOW_ALL), { duration: 300 });
  };
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('parallel')}</h2>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t('common:close')}
          onClick={() => ui.setSide(null)}
        />
      </header>
      <Days before={proposal.before.criticalDays} after={possible ? chosen.days : null} />
      {possible ? (
        <section className={styles.part}>
          <h3 className={styles.partTitle}>{t('parallelMay')}</h3>
          {proposal.groups.map((group) => (
            <fieldset key={group.join()} className={styles.group} disabled={readOnly}>
              {group.map((id) => (
                <Checkbox
                  key={id}
                  checked={!left.has(id)}
                  onChange={(event) => {
                    const next = new Set(left);
                    if (event.target.checked) next.delete(id);
                    else next.add(id);
                    setLeft(next);
                  }}
                >
                  {t('stepOfOffice', { step: design.flow.nodes[id]?.name ?? '', office: officeOf(design, id) })}
                </Checkbox>
              ))}
            </fieldset>
          ))}
          <p className={styles.hint}>{t('parallelWhy')}</p>
          {readOnly ? null : (
            <Button
              type="primary"
              block
              disabled={chosen.groups.length === 0}
              onClick={() => void change(t('parallel'), (now) => applyParallel(now, chosen.groups, language))}
            >
              {t('parallelApply')}
            </Button>
          )}
        </section>
      ) : (
        <section className={styles.part}>
          <p>{t(done ? 'parallelDone' : 'parallelNothing')}</p>
          {done ? (
            <Button type="primary" onClick={() => ui.setRehearsing(true)}>
              {t('parallelNext')}
            </Button>
          ) : null}
        </section>
      )}
      <ByHandPart onForce={(steps) => void change(t('forceParallel'), (now) => forceParallel(now, steps, language))} />
      <section className={styles.part}>
        <h3 className={styles.partTitle}>{t('whoNeedsWhat')}</h3>
        {needs.length === 0 ? <p className={styles.hint}>{t('needsNone')}</p> : <Needs needs={needs} />}
      </section>
    </div>
  );
}

function Days({ before, after }: { readonly before: number; readonly after: number | null }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design } = useStudio();
  const { promise } = design.policies;
  const shown = after ?? before;
  const late = promise !== undefined && shown > inDays(promise);
  return (
    <div className={styles.days} data-testid="parallel-days">
      <div className={styles.figures}>
        <span className={styles.before}>{before}</span>
        {after !== null && after !== before ? (
          <>
            <span className={styles.arrow} aria-label={t('becomes')}>
              →
            </span>
            <span className={styles.after}>{after}</span>
          </>
        ) : null}
        <span>{t('workdays')}</span>
      </div>
      {promise ? (
        <span className={late ? styles.late : styles.kept}>
          {t(late ? 'overPromise' : 'withinPromise', { days: inDays(promise) })}
        </span>
      ) : (
        <span className={styles.hint}>{t('noPromise')}</span>
      )}
    </div>
  );
}

function ByHandPart({ onForce }: { readonly onForce: (steps: readonly string[]) => void }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design, readOnly } = useStudio();
  const ui = useStudioUi();
  const picked = useMemo(() => byHand(design, ui.selection), [design, ui.selection]);
  return (
    <section className={styles.part}>
      <h3 className={styles.partTitle}>{t('byHand')}</h3>
      {picked === null ? <p className={styles.hint}>{t('byHandHint')}</p> : null}
      {picked ? (
        <>
          <p>{picked.steps.map((id) => design.flow.nodes[id]?.name ?? '').join('、')}</p>
          {picked.possible ? null : <p className={styles.hint}>{t('notOneSeries')}</p>}
          {picked.possible && picked.missing.length > 0 ? (
            <div className={styles.unsafe}>
              <strong>{t('unsafe')}</strong>
              <Needs needs={picked.missing} />
              <p>{t('unsafeMeans')}</p>
            </div>
          ) : null}
          {picked.possible && picked.missing.length === 0 ? (
            <p className={styles.kept}>{t('byHandSafe', { days: picked.days })}</p>
          ) : null}
          {picked.possible && !readOnly ? (
            <Button danger={picked.missing.length > 0} onClick={() => onForce(picked.steps)}>
              {t(picked.missing.length > 0 ? 'forceParallel' : 'parallelThese')}
            </Button>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

function Needs({ needs }: { readonly needs: readonly Need[] }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design } = useStudio();
  const { select } = useStudioUi();
  return (
    <ul className={styles.needs}>
      {needs.map((need) => {
        const offices = { to: officeOf(design, need.to), from: officeOf(design, need.from) };
        const text =
          need.fields.length > 0
            ? t('needsData', { ...offices, what: need.fields.join('、') })
            : t('needsDecision', { ...offices, step: design.flow.nodes[need.from]?.name ?? '' });
        return (
          <li key={`${need.from} ${need.to}`}>
            <button type="button" className={styles.need} onClick={() => select([need.from, need.to])}>
              {text}
              {need.fields.length > 0 && need.decision ? t('needsDecisionToo') : ''}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

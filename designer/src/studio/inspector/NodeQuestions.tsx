/** The questions about one node, per kind only what matters. */
import { sorted, type FlowNode, type NodeOf } from '@tongban/shared/document';
import { NODE_WORDS } from '@tongban/shared/nodes';
import { RESULT_WORDS } from '@tongban/shared/words';
import { Button, Radio, Select, Switch } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';
import { DraftText } from '../form/parts/DraftInput.tsx';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { durationText } from '../words.ts';
import { accessSummary } from './access-summary.ts';
import { AccessDialog } from './AccessDialog.tsx';
import { Ask, Part } from './Ask.tsx';
import { Bodies } from './Bodies.tsx';
import { Decisions } from './Decisions.tsx';
import { changeNode, changeWork, isWork, renameNode, type WorkNode } from './edits.ts';
import { Exceptions } from './Exceptions.tsx';
import { HowLong } from './HowLong.tsx';
import styles from './inspector.module.css';
import { MoreQuestions } from './MoreQuestions.tsx';
import { WaysOut } from './WaysOut.tsx';
import { Who } from './Who.tsx';

export function NodeQuestions({ node }: { readonly node: FlowNode }): ReactNode {
  const { t, i18n } = useTranslation('studio-flow');
  switch (node.kind) {
    case 'task':
    case 'dispatch':
      return <WorkQuestions node={node} />;
    case 'start':
      return (
        <>
          <Ask name="what" title={t('askWhat')} open>
            <NameOf node={node} />
          </Ask>
          <Ask name="who" title={t('askWho')} open>
            <Who node={node} />
          </Ask>
          <Sees node={node} />
          <MoreQuestions node={node} />
        </>
      );
    case 'end':
      return (
        <>
          <Ask name="what" title={t('askWhat')} open>
            <NameOf node={node} />
            <ResultOf node={node} />
          </Ask>
          <MoreQuestions node={node} lane />
        </>
      );
    case 'exclusive':
      return (
        <>
          <Ask name="what" title={t('askWhat')} open>
            <NameOf node={node} />
          </Ask>
          <Ask name="ways" title={t('askWays')} open>
            <WaysOut node={node} />
          </Ask>
          <MoreQuestions node={node} lane />
        </>
      );
    case 'parallel':
      return (
        <>
          <Ask name="what" title={t('askWhat')} open>
            <NameOf node={node} />
            <p className={styles.hint}>{t('parallelMeans')}</p>
          </Ask>
          <MoreQuestions node={node} lane />
        </>
      );
    case 'onTime':
      return <ClockQuestions node={node} />;
    default:
      return (
        <>
          <Ask name="what" title={t('askWhat')} open>
            <NameOf node={node} />
            <p className={styles.hint}>{NODE_WORDS[node.kind][i18n.language === 'en' ? 'en' : 'zh-CN'].hint}</p>
          </Ask>
          <MoreQuestions node={node} lane />
        </>
      );
  }
}

function WorkQuestions({ node }: { readonly node: WorkNode }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design, edit } = useStudio();
  const lane = node.lane === undefined ? undefined : design.flow.lanes[node.lane];
  const bodies = node.kind === 'dispatch' ? Object.keys(node.bodies).length : 0;
  return (
    <>
      <Ask name="what" title={t('askWhat')} answer={node.name} open>
        <NameOf node={node} />
        <Part label={t('instruction')}>
          {(id) => (
            <DraftText
              value={node.instruction ?? ''}
              rows={2}
              labelledBy={id}
              placeholder={t('instructionHint')}
              onCommit={(text) =>
                edit(t('editInstruction'), (now) =>
                  changeWork(now, node.id, (work) => ({ ...work, instruction: text === '' ? undefined : text })),
                )
              }
            />
          )}
        </Part>
        <Decisions node={node} />
      </Ask>
      <Ask
        name="who"
        title={t('askWho')}
        answer={node.kind === 'dispatch' ? t('bodyCount', { count: bodies }) : lane?.name || t('noLane')}
        open
      >
        {node.kind === 'dispatch' ? <Bodies node={node} /> : <Who node={node} />}
      </Ask>
      <Ask
        name="howLong"
        title={t('askHowLong')}
        answer={node.deadline ? durationText(t, node.deadline) : t('noDeadline')}
        open
      >
        <HowLong node={node} />
      </Ask>
      <Sees node={node} />
      <Ask name="exceptions" title={t('askExceptions')} answer={powersText(node, t)}>
        <Exceptions node={node} />
      </Ask>
      <MoreQuestions node={node} lane={node.kind === 'dispatch'} />
    </>
  );
}

function powersText(node: WorkNode, t: (key: string) => string): string {
  const powers = [
    node.powers.correct ? t('powerCorrect') : null,
    node.powers.return ? t('powerReturn') : null,
    node.powers.reject ? t('powerReject') : null,
  ].filter((text) => text !== null);
  return powers.length > 0 ? powers.join('、') : t('noPowers');
}

export function NameOf({ node }: { readonly node: FlowNode }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { edit } = useStudio();
  const { naming } = useStudioUi();
  const field = useRef<HTMLDivElement>(null);
  // A step that was just drawn waits for its name: what is typed replaces the kind's own words.
  useEffect(() => {
    if (naming?.id !== node.id) return;
    const input = field.current?.querySelector('input');
    input?.focus();
    input?.select();
  }, [naming, node.id]);
  return (
    <div ref={field}>
      <Part label={t('name')}>
        {(id) => (
          <DraftText
            value={node.name}
            labelledBy={id}
            onCommit={(name) => edit(t('editRename'), (now) => renameNode(now, node.id, name))}
          />
        )}
      </Part>
    </div>
  );
}

function ResultOf({ node }: { readonly node: NodeOf<'end'> }): ReactNode {
  const { t, i18n } = useTranslation('studio-flow');
  const { edit, readOnly } = useStudio();
  return (
    <Part label={t('endResult')} hint={t('endResultHint')}>
      {(id) => (
        <Radio.Group
          aria-labelledby={id}
          value={node.result}
          disabled={readOnly}
          optionType="button"
          options={(['approved', 'refused', 'finished'] as const).map((value) => ({
            value,
            label: RESULT_WORDS[value][wordsLanguage(i18n.language)],
          }))}
          onChange={(event) =>
            edit(t('editResult'), (now) =>
              changeNode(now, node.id, 'end', (end) => ({ ...end, result: event.target.value as typeof end.result })),
            )
          }
        />
      )}
    </Part>
  );
}

function ClockQuestions({ node }: { readonly node: NodeOf<'onTime'> }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design, edit, readOnly } = useStudio();
  const hosts = Object.values(design.flow.nodes).filter(isWork);
  return (
    <>
      <Ask name="what" title={t('askWhat')} open>
        <NameOf node={node} />
        <Part label={t('clockAt')}>
          {(id) => (
            <Select
              aria-labelledby={id}
              value={node.attachedTo}
              disabled={readOnly}
              options={hosts.map((host) => ({ value: host.id, label: host.name }))}
              onChange={(attachedTo) =>
                edit(t('editClock'), (now) => changeNode(now, node.id, 'onTime', (clock) => ({ ...clock, attachedTo })))
              }
            />
          )}
        </Part>
      </Ask>
      <Ask name="howLong" title={t('clockAfter')} open>
        <HowLong node={node} />
        <div className={styles.check}>
          <Switch
            size="small"
            checked={node.interrupting}
            disabled={readOnly}
            aria-label={t('clockInterrupts')}
            onChange={(interrupting) =>
              edit(t('editClock'), (now) => changeNode(now, node.id, 'onTime', (clock) => ({ ...clock, interrupting })))
            }
          />
          <span>{t(node.interrupting ? 'clockInterrupts' : 'clockBeside')}</span>
        </div>
      </Ask>
    </>
  );
}

/** 看到什么: "28 项 可填 2", and the table behind it. */
function Sees({ node }: { readonly node: WorkNode | NodeOf<'start'> }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design } = useStudio();
  const [open, setOpen] = useState(false);
  const { seen, written } = accessSummary(design, node.id);
  const summary = t('accessSummary', { seen, written });
  const none = sorted(design.form.fields).length === 0;
  return (
    <Ask name="sees" title={t('askSees')} answer={none ? t('noFieldsYet') : summary} open>
      <div className={styles.sees}>
        <span className="tabular">{none ? t('noFieldsYet') : summary}</span>
        <Button size="small" disabled={none} onClick={() => setOpen(true)}>
          {t('accessOpen')}
        </Button>
      </div>
      {open ? <AccessDialog node={node} onClose={() => setOpen(false)} /> : null}
    </Ask>
  );
}

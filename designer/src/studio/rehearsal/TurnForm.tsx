/** One turn: the real form of the step with its decisions, or the applicant's submission or correction. */
import type { Design } from '@tongban/shared/document';
import type { Problem, SectionView, Value, WorkView } from '@tongban/shared/kernel';
import { REJECTION_WORDS, say } from '@tongban/shared/words';
import { Alert, Button, Input } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';
import { problemsOf as checkForm } from '../../cases/checks.ts';
import { ClockTag, clockProps } from '../../ui/ClockTag.tsx';
import { flushDrafts, FormSections, FormToolsContext, type FormTools } from '../../ui/form/index.ts';
import { typedSamples } from '../preview/samples.ts';
import { tickableOf } from '../preview/sections.ts';
import { useSampleSetting } from '../preview/use-sample-setting.ts';
import { useStudio } from '../store/index.tsx';
import { Powers } from './Powers.tsx';
import styles from './rehearsal.module.css';
import { manualPatch, problemsOf, type Outcome, type Session, type Turn, type Values } from './session.ts';
import { stepped } from './store.ts';

/** Files stay in this window; what can be ticked is the step's, else the design's. */
function useTools(tickable: WorkView['tickable'] | undefined, design: Design): FormTools {
  return useMemo(
    () => ({
      tickable: tickable ?? tickableOf(design),
      upload: async (field, file) => ({ id: `rehearsal-${field}-${file.name}`, name: file.name, bytes: file.size }),
    }),
    [tickable, design],
  );
}

interface TurnFormProps {
  readonly session: Session;
  readonly turn: Turn;
  /** Changes when the case moved on. */
  readonly count: number;
}

export function TurnForm({ session, turn }: TurnFormProps) {
  const { t, i18n } = useTranslation('studio-form');
  const { design } = useStudio();
  const setting = useSampleSetting();
  const [values, setValues] = useState<Values>({});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [opinion, setOpinion] = useState('');
  const work = turn.kind === 'work' ? session.work(turn.key) : null;
  const correction = turn.kind === 'correction' ? session.correction(turn.key) : null;
  const sections: readonly SectionView[] =
    turn.kind === 'start' ? session.startSections() : (work?.sections ?? correction?.sections ?? []);

  const onChange = useCallback((key: string, value: Value) => {
    setValues((now) => ({ ...now, [key]: value }));
  }, []);
  const tools = useTools(work?.tickable, design);
  const settle = (result: Outcome) => {
    if (result.ok) {
      setProblems([]);
      setRefusal(null);
      stepped();
      return;
    }
    const { code, params } = result.rejection;
    setProblems(problemsOf(result));
    setRefusal(say(REJECTION_WORDS[code], params, wordsLanguage(i18n.language)));
  };
  const send = (give: (typed: Values) => Outcome) => {
    flushDrafts();
    const missing = checkForm(sections, values);
    if (missing.length > 0) {
      setProblems(missing);
      setRefusal(t('rehearsal.fillFirst', { count: missing.length }));
      return;
    }
    settle(give(values));
  };
  const fill = () => {
    const open = sections.flatMap((section) => section.fields).filter((field) => field.access !== 'read');
    setValues((now) => ({ ...now, ...typedSamples(open, now, setting, design) }));
    setOpinion((now) => now || t('rehearsal.sampleOpinion'));
    setProblems([]);
    setRefusal(null);
  };
  const writable = sections.some((section) => section.fields.some((field) => field.access !== 'read'));
  return (
    <div className={styles.turnForm}>
      <div className={styles.turnHead}>
        <h3>
          {t('rehearsal.turnOf', {
            office: turn.office,
            step: turn.kind === 'correction' ? t('rehearsal.correctionOf', { step: turn.step }) : turn.step,
          })}
        </h3>
        {work?.clock ? <ClockTag {...clockProps(work.clock)} /> : null}
        {work?.instruction ? <p>{work.instruction}</p> : null}
        {correction ? <CorrectionNote remarks={correction.remarks} sections={sections} /> : null}
        {writable ? (
          <Button size="small" onClick={fill}>
            {t('preview.fill')}
          </Button>
        ) : null}
      </div>
      <FormToolsContext value={tools}>
        <FormSections sections={sections} values={values} onChange={onChange} problems={problems} plain />
      </FormToolsContext>
      <div className={styles.decide}>
        {refusal === null ? null : <Alert type="error" showIcon title={refusal} />}
        {turn.kind === 'start' ? (
          <Button type="primary" block onClick={() => send((typed) => session.start(typed))}>
            {t('rehearsal.submit')}
          </Button>
        ) : null}
        {turn.kind === 'correction' ? (
          <Button type="primary" block onClick={() => send((typed) => session.resubmit(typed))}>
            {t('rehearsal.resubmit')}
          </Button>
        ) : null}
        {work ? (
          <Decisions
            work={work}
            opinion={opinion}
            onOpinion={setOpinion}
            onDecide={(outcome) =>
              send((typed) =>
                session.act(turn.key, {
                  type: 'complete',
                  activity: turn.key,
                  outcome,
                  opinion: opinion.trim(),
                  patch: manualPatch(typed),
                }),
              )
            }
          />
        ) : null}
        {work ? <Powers work={work} onGive={(command) => settle(session.act(turn.key, command))} /> : null}
      </div>
    </div>
  );
}

interface DecisionsProps {
  readonly work: WorkView;
  readonly opinion: string;
  readonly onOpinion: (text: string) => void;
  readonly onDecide: (outcome: string) => void;
}

function Decisions({ work, opinion, onOpinion, onDecide }: DecisionsProps) {
  const { t } = useTranslation('studio-form');
  return (
    <>
      <Input.TextArea
        value={opinion}
        onChange={(event) => onOpinion(event.target.value)}
        aria-label={t('rehearsal.opinion')}
        placeholder={
          work.outcomes.some((outcome) => outcome.opinionRequired)
            ? t('rehearsal.opinionNeeded')
            : t('rehearsal.opinion')
        }
        maxLength={2000}
        autoSize={{ minRows: 1, maxRows: 4 }}
      />
      <div className={styles.outcomes} role="group" aria-label={t('rehearsal.decisions')}>
        {work.outcomes.map((outcome, index) => (
          <Button
            key={outcome.id}
            type={index === 0 ? 'primary' : 'default'}
            danger={outcome.tone === 'negative'}
            onClick={() => onDecide(outcome.id)}
          >
            {outcome.name}
          </Button>
        ))}
      </div>
    </>
  );
}

interface NoteProps {
  readonly remarks: { readonly fields: Readonly<Record<string, string>>; readonly general: string };
  readonly sections: readonly SectionView[];
}

function CorrectionNote({ remarks, sections }: NoteProps) {
  const { t } = useTranslation('studio-form');
  const names = new Map(
    sections.flatMap((section) => section.fields.map(({ field }) => [field.id, field.name] as const)),
  );
  return (
    <ul className={styles.remarks}>
      {remarks.general === '' ? null : <li>{remarks.general}</li>}
      {Object.entries(remarks.fields).map(([id, text]) => (
        <li key={id}>{t('rehearsal.remark', { name: names.get(id) ?? '', text })}</li>
      ))}
    </ul>
  );
}

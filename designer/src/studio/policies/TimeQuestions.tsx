/** How long it may take: promise, statute, what a correction does to the clock, when a clock turns amber and red. */
import { inDays } from '@tongban/shared/compiler';
import type { Design } from '@tongban/shared/document';
import { Radio, Slider } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DurationInput } from '../form/parts/DurationInput.tsx';
import { Group, Mark, Question } from '../form/parts/Question.tsx';
import { setColours, setPolicies } from './edits.ts';
import styles from './policies.module.css';

export interface QuestionsProps {
  readonly design: Design;
  readonly edit: (name: string, change: (design: Design) => Design) => void;
}

const tidy = (days: number) => Math.round(days * 100) / 100;

export function TimeQuestions({ design, edit, days }: QuestionsProps & { readonly days: number }) {
  const { t } = useTranslation('studio-form');
  const { promise, statutory, correctionPausesCase } = design.policies;
  const promised = promise ? inDays(promise) : null;
  const spare = promised === null ? null : tidy(promised - days);
  return (
    <Group title={t('policies.time')}>
      <Question title={t('policies.qPromise')} help={t('policies.designed', { days: tidy(days) })}>
        {(id) => (
          <>
            <DurationInput
              value={promise}
              none={t('policies.promiseNone')}
              labelledBy={id}
              onChange={(next) => edit(t('policies.editTime'), (now) => setPolicies(now, { promise: next }))}
            />
            {spare === null ? null : (
              <div>
                <Mark tone={spare >= 0 ? 'good' : 'wrong'}>
                  {spare >= 0 ? t('policies.fits', { days: spare }) : t('policies.exceeds', { days: -spare })}
                </Mark>
              </div>
            )}
          </>
        )}
      </Question>
      <Question title={t('policies.qStatutory')}>
        {(id) => (
          <>
            <DurationInput
              value={statutory}
              none={t('policies.statutoryNone')}
              labelledBy={id}
              onChange={(next) => edit(t('policies.editTime'), (now) => setPolicies(now, { statutory: next }))}
            />
            {promise && statutory && inDays(promise) > inDays(statutory) ? (
              <div>
                <Mark tone="wrong">{t('policies.beyondStatute')}</Mark>
              </div>
            ) : null}
          </>
        )}
      </Question>
      <Question title={t('policies.qPause')} help={t('policies.pauseHelp')}>
        {(id) => (
          <Radio.Group
            aria-labelledby={id}
            value={correctionPausesCase}
            onChange={(event) =>
              edit(t('policies.editPause'), (now) =>
                setPolicies(now, { correctionPausesCase: event.target.value === true }),
              )
            }
            vertical
            options={[
              { value: true, label: t('policies.pauseYes') },
              { value: false, label: t('policies.pauseNo') },
            ]}
          />
        )}
      </Question>
      <Colours design={design} edit={edit} exampleDays={promised ?? 10} />
    </Group>
  );
}

function Colours({ design, edit, exampleDays }: QuestionsProps & { readonly exampleDays: number }) {
  const { t } = useTranslation('studio-form');
  const saved = [Math.round(design.policies.redBelow * 100), Math.round(design.policies.amberBelow * 100)] as const;
  const [moving, setMoving] = useState<readonly number[] | null>(null);
  const [red = 0, amber = 0] = moving ?? saved;
  return (
    <Question
      title={t('policies.qColour')}
      help={t('policies.colourExample', {
        days: exampleDays,
        amber: tidy((exampleDays * amber) / 100),
        red: tidy((exampleDays * red) / 100),
      })}
    >
      <div className={styles.scale} aria-hidden>
        <span style={{ width: `${red}%`, background: 'var(--red-soft)', color: 'var(--red)' }}>
          {t('policies.redWord')}
        </span>
        <span style={{ width: `${amber - red}%`, background: 'var(--amber-soft)', color: 'var(--amber)' }}>
          {t('policies.amberWord')}
        </span>
        <span style={{ width: `${100 - amber}%`, background: 'var(--green-soft)', color: 'var(--green)' }}>
          {t('policies.green')}
        </span>
      </div>
      <Slider
        range
        step={5}
        value={[red, amber]}
        onChange={setMoving}
        onChangeComplete={([nextRed = red, nextAmber = amber]) => {
          setMoving(null);
          edit(t('policies.editColour'), (now) =>
            setColours(setColours(now, 'amberBelow', nextAmber), 'redBelow', nextRed),
          );
        }}
        ariaLabelForHandle={[t('policies.redLabel'), t('policies.amberLabel')]}
        tooltip={{ formatter: (value) => `${value ?? 0}%` }}
      />
      <div className={`${styles.sliders} tabular`}>
        <span>{t('policies.red', { percent: red })}</span>
        <span>{t('policies.amber', { percent: amber })}</span>
      </div>
    </Question>
  );
}

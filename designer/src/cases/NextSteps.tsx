/**
 * 下一步: what most likely comes next in this case, and who does it. In demo mode one click goes on as that person with
 * the same case open; otherwise it is said who is next.
 */
import { ArrowRightOutlined, CheckCircleOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NextStep } from '../app/api-types.ts';
import { placeFor } from '../app/places.ts';
import { enter, useMe, useOptions } from '../app/session.ts';
import { useFailureWords } from '../app/words.ts';
import styles from './cases.module.css';

interface NextStepsProps {
  readonly steps: readonly NextStep[];
  /** Leaves out the link to the case: it stands on this page already. */
  readonly onCasePage?: boolean;
}

export function NextSteps({ steps, onCasePage = false }: NextStepsProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useFailureWords();
  const navigate = useNavigate();
  const me = useMe();
  const options = useOptions();
  const [entering, setEntering] = useState<string | null>(null);

  const follow = async (step: NextStep, card: string) => {
    const target = options?.cards.find((one) => one.id === card);
    setEntering(card);
    try {
      if (target?.person !== me?.person) await enter(card);
      await navigate(placeFor(target?.audience ?? 'desk', step.caseId));
    } catch (error) {
      message.error(words(error));
    } finally {
      setEntering(null);
    }
  };

  if (steps.length === 0) return null;
  return (
    <ul className={styles.next} aria-label={t('next')}>
      {steps.map((step, index) => {
        const key = `${step.kind}-${step.stepName}-${step.departmentName}-${index}`;
        if (step.kind === 'ended') {
          return (
            <li key={key}>
              <CheckCircleOutlined aria-hidden className={styles.doneIcon} /> {t('nextEnded')}
              {onCasePage ? null : (
                <Link to="/cases/$id" params={{ id: step.caseId }}>
                  {t('nextView')}
                </Link>
              )}
            </li>
          );
        }
        const { card } = step;
        const office = step.departmentName === '' ? t('applicant') : step.departmentName;
        if (card === null || options?.demo !== true) {
          return (
            <li key={key}>
              {step.kind === 'correction'
                ? t('nextCorrection', { office })
                : t('nextBy', { office, step: step.stepName })}
            </li>
          );
        }
        return (
          <li key={key}>
            <Button
              type={index === 0 ? 'primary' : 'default'}
              icon={<ArrowRightOutlined aria-hidden />}
              loading={entering === card}
              disabled={entering !== null}
              onClick={() => void follow(step, card)}
            >
              {t(step.kind === 'correction' ? 'nextAsCorrection' : 'nextAs', { office })}
            </Button>
            <span className={styles.nextStep}>{step.stepName}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** 上一件 and 下一件, for a phone's bottom bar. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePaneProps } from './CasePane.tsx';
import styles from './desk.module.css';

type StepperProps = Pick<CasePaneProps, 'hasPrevious' | 'hasNext' | 'onStep'> & { readonly children?: ReactNode };

export function Stepper({ hasPrevious, hasNext, onStep, children }: StepperProps) {
  const { t } = useTranslation('desk');
  return (
    <div className={styles.bottomBar}>
      <Button
        icon={<LeftOutlined aria-hidden />}
        disabled={!hasPrevious}
        aria-label={t('previous')}
        onClick={() => onStep(-1)}
      />
      <div className={styles.bottomMiddle}>{children}</div>
      <Button
        icon={<RightOutlined aria-hidden />}
        disabled={!hasNext}
        aria-label={t('following')}
        onClick={() => onStep(1)}
      />
    </div>
  );
}

/** The mark at the corner of what is not right: opens the sentence, and the repair that one click makes. */
import { Button, Popover } from 'antd';
import type { Diagnostic } from '@tongban/shared/compiler';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './problems.module.css';
import { useProblemWords } from './words.ts';

interface ProblemMarkProps {
  readonly problems: readonly Diagnostic[];
  readonly onRepair: (diagnostic: Diagnostic) => void;
  readonly className?: string | undefined;
}

export function ProblemMark({ problems, onRepair, className }: ProblemMarkProps): ReactNode {
  const { t } = useTranslation('studio-flow');
  if (problems.length === 0) return null;
  const error = problems.some((problem) => problem.severity === 'error');
  const warning = problems.some((problem) => problem.severity === 'warning');
  const tone = error ? styles.markError : warning ? styles.markWarning : styles.markInfo;
  return (
    <Popover
      trigger="click"
      placement="topRight"
      destroyOnHidden
      content={<ProblemSentences problems={problems} onRepair={onRepair} />}
    >
      <button
        type="button"
        tabIndex={-1}
        className={`${styles.mark} ${tone} ${className ?? ''} nodrag nopan`}
        aria-label={t('problemsHere', { count: problems.length })}
        onClick={(event) => event.stopPropagation()}
      >
        {error || warning ? '!' : 'i'}
      </button>
    </Popover>
  );
}

export function ProblemSentences({
  problems,
  onRepair,
}: {
  readonly problems: readonly Diagnostic[];
  readonly onRepair: (diagnostic: Diagnostic) => void;
}): ReactNode {
  const words = useProblemWords();
  return (
    <ul className={styles.sentences}>
      {problems.map((problem, i) => (
        <li key={`${problem.code}${i}`}>
          <span>{words.sentence(problem)}</span>
          {problem.repair ? (
            <Button size="small" type="primary" ghost onClick={() => onRepair(problem)}>
              {words.repair(problem)}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

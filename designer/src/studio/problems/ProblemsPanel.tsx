/** All problems in words, worst first: a click jumps to the element, a button repairs, a counterexample plays. */
import { CaretRightOutlined, CloseOutlined } from '@ant-design/icons';
import type { Diagnostic } from '@tongban/shared/compiler';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlayTrace } from '../rehearsal/index.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { elementName } from './element-name.ts';
import styles from './problems.module.css';
import { useRepair } from './use-problems.ts';
import { useProblemWords } from './words.ts';

const RANK = { error: 0, warning: 1, info: 2 } as const;

export function ProblemsPanel(): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { compiled, problems: reading } = useStudio();
  const ui = useStudioUi();
  const diagnostics = [...compiled.diagnostics].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  return (
    <section className={styles.panel} aria-label={t('problemsTitle')}>
      <header className={styles.panelHead}>
        <h2 className={styles.panelTitle}>{t('problemsTitle')}</h2>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t('common:close')}
          onClick={() => ui.setProblemsOpen(false)}
        />
      </header>
      {diagnostics.length === 0 && reading.length === 0 ? <p className={styles.none}>{t('problemsNone')}</p> : null}
      <ul className={styles.list}>
        {reading.length > 0 ? (
          <li className={styles.row}>
            <span className={styles.severity_warning}>{t('severity_warning')}</span>
            <span className={styles.text}>{t('readingRepaired', { count: reading.length })}</span>
          </li>
        ) : null}
        {diagnostics.map((diagnostic, i) => (
          <Row key={`${diagnostic.code}${i}`} diagnostic={diagnostic} />
        ))}
      </ul>
    </section>
  );
}

function Row({ diagnostic }: { readonly diagnostic: Diagnostic }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design, readOnly } = useStudio();
  const ui = useStudioUi();
  const words = useProblemWords();
  const repair = useRepair();
  const play = usePlayTrace();
  const name = elementName(design, diagnostic.element);
  const { trace } = diagnostic;
  return (
    <li className={styles.row}>
      <span className={styles[`severity_${diagnostic.severity}`]}>{t(`severity_${diagnostic.severity}`)}</span>
      <button type="button" className={styles.text} onClick={() => ui.reveal(diagnostic.element)}>
        {name ? <span className={styles.where}>{name}</span> : null}
        {words.sentence(diagnostic)}
      </button>
      {trace && trace.length > 0 ? (
        <Button
          size="small"
          icon={<CaretRightOutlined aria-hidden />}
          onClick={() => {
            ui.select([]);
            ui.setView('canvas');
            play(trace);
          }}
        >
          {t('play')}
        </Button>
      ) : null}
      {diagnostic.repair && !readOnly ? (
        <Button size="small" type="primary" ghost onClick={() => repair(diagnostic)}>
          {words.repair(diagnostic)}
        </Button>
      ) : null}
    </li>
  );
}

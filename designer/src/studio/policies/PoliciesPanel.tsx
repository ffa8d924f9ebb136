/** 时限与规则: what the scenario is, who applies, how long it may take and what it was before; asked as questions. */
import { useStudio } from '../store/index.tsx';
import { BaselineQuestions } from './BaselineQuestions.tsx';
import styles from './policies.module.css';
import { SceneQuestions } from './SceneQuestions.tsx';
import { TimeQuestions } from './TimeQuestions.tsx';

export function PoliciesPanel() {
  const { design, edit, compiled } = useStudio();
  return (
    <div className={styles.panel}>
      <div className={styles.columns}>
        <div>
          <TimeQuestions design={design} edit={edit} days={compiled.time.criticalDays} />
          <BaselineQuestions design={design} edit={edit} compiled={compiled} />
        </div>
        <div>
          <SceneQuestions design={design} edit={edit} />
        </div>
      </div>
    </div>
  );
}

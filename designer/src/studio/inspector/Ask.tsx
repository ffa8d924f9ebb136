/** One of the inspector's questions. Folded it shows its answer; what was opened stays open from step to step. */
import { RightOutlined } from '@ant-design/icons';
import { useId, useState, type ReactNode } from 'react';
import styles from './inspector.module.css';

interface AskProps {
  /** Key under which its state is remembered. */
  readonly name: string;
  readonly title: string;
  /** The answer in a few words, shown beside the title. */
  readonly answer?: string | undefined;
  readonly open?: boolean;
  readonly children: ReactNode;
}

const remembered = new Map<string, boolean>();

export function Ask({ name, title, answer, open = false, children }: AskProps): ReactNode {
  const id = useId();
  const [shown, setShown] = useState(() => remembered.get(name) ?? open);
  const toggle = (): void => {
    remembered.set(name, !shown);
    setShown(!shown);
  };
  return (
    <section className={styles.ask}>
      <h3 className={styles.askHead}>
        <button type="button" className={styles.askButton} aria-expanded={shown} aria-controls={id} onClick={toggle}>
          <RightOutlined className={shown ? styles.chevronOpen : styles.chevron} aria-hidden />
          <span className={styles.askTitle}>{title}</span>
          {answer && !shown ? <span className={styles.answer}>{answer}</span> : null}
        </button>
      </h3>
      {shown ? (
        <div id={id} className={styles.askBody}>
          {children}
        </div>
      ) : null}
    </section>
  );
}

/** A labelled control inside a question. */
export function Part({
  label,
  children,
  hint,
}: {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
  readonly hint?: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <div className={styles.part}>
      <span id={id} className={styles.partLabel}>
        {label}
      </span>
      {children(id)}
      {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
    </div>
  );
}

/** One question in the user's words, with its answer below: the building stone of every panel that asks. */
import { useId, type ReactNode } from 'react';
import styles from './parts.module.css';

interface QuestionProps {
  readonly title: string;
  readonly help?: ReactNode;
  readonly children: ReactNode | ((titleId: string) => ReactNode);
}

/** The children get the id of the title, so that the control is named by the question it answers. */
export function Question({ title, help, children }: QuestionProps) {
  const id = useId();
  return (
    <div className={styles.question} role="group" aria-labelledby={id}>
      <div className={styles.title} id={id}>
        {title}
      </div>
      {typeof children === 'function' ? children(id) : children}
      {help === undefined ? null : <div className={styles.help}>{help}</div>}
    </div>
  );
}

export function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

/** A word beside a colour: a sentence about a state, never colour alone. */
export function Mark({
  tone,
  children,
}: {
  readonly tone: 'good' | 'soon' | 'wrong' | 'quiet';
  readonly children: ReactNode;
}) {
  return <span className={`${styles.mark} ${styles[tone]}`}>{children}</span>;
}

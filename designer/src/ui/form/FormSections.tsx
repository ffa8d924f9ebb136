/**
 * A whole form. What is typed by hand stands first, sections that only need a look are folded (请核对), a long form has
 * an index with counts and 只看未填. Sections far from the window are not drawn until they come near.
 */
import type { Problem, SectionView, Value } from '@tongban/shared/kernel';
import { Switch } from 'antd';
import { useCallback, useEffect, useId, useMemo, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { FormSection } from './FormSection.tsx';
import styles from './form.module.css';
import { useProblemWords } from './problem-words.ts';
import { visibleSections } from './rules.ts';
import type { FormMode } from './tools.ts';
import { arrange, holdsValue, isFilled, isWritable, type Arranged, type Values } from './values.ts';

/** From so many fields on a form is long: it gets its index, and draws sections as they come near. */
const LONG_FORM = 60;
const INDEX_FROM = 24;
/** 只看未填 is offered from so many fields to fill in. */
const ONLY_OPEN_FROM = 5;

export interface FormSectionsProps {
  readonly sections: readonly SectionView[];
  /** What was typed here and not yet known to the server, by data key. */
  readonly values: Values;
  readonly onChange?: ((key: string, value: Value) => void) | undefined;
  readonly problems?: readonly Problem[];
  readonly mode?: FormMode;
  /** Leaves out index and 只看未填, for narrow places. */
  readonly plain?: boolean;
  /** False: sections from registers stand open too, for those who decide on them. */
  readonly fold?: boolean;
}

export function FormSections(props: FormSectionsProps) {
  const { sections, values, onChange, problems = [], mode = 'edit', plain = false, fold = true } = props;
  const { t } = useTranslation('form');
  const words = useProblemWords();
  const prefix = useId();
  const [onlyOpen, setOnlyOpen] = useState<ReadonlySet<string> | null>(null);
  const shown = useMemo(() => visibleSections(sections, values), [sections, values]);
  const arranged = useMemo(() => arrange(shown, { mode, fold, byHand: t('byHand') }), [shown, mode, fold, t]);
  const problemByKey = useMemo(
    () => new Map(problems.map((problem) => [problem.field, words(problem)])),
    [problems, words],
  );
  const total = arranged.reduce((sum, section) => sum + section.fields.length, 0);
  const long = total >= INDEX_FROM && arranged.length > 2 && !plain;
  const writable = arranged.flatMap((section) => section.fields.filter((field) => isWritable(field, mode))).length;
  const narrowed = useMemo(() => narrow(arranged, onlyOpen), [arranged, onlyOpen]);
  const root = useRef<HTMLDivElement>(null);
  useScrollToProblem(root, problems);

  const toggle = useCallback(
    (on: boolean) => setOnlyOpen(on ? openKeys(arranged, values, mode) : null),
    [arranged, values, mode],
  );
  return (
    <div ref={root} className={long ? styles.withIndex : styles.form}>
      {long ? (
        <nav className={styles.index} aria-label={t('index')}>
          {narrowed.map((section) => (
            <IndexLink
              key={section.id}
              section={section}
              target={`${prefix}${section.id}`}
              values={values}
              mode={mode}
            />
          ))}
          {writable >= ONLY_OPEN_FROM ? (
            <label className={styles.onlyOpen}>
              <Switch size="small" checked={onlyOpen !== null} onChange={toggle} /> {t('onlyOpen')}
            </label>
          ) : null}
        </nav>
      ) : null}
      <div className={styles.sections}>
        {narrowed.length === 0 ? <p className={styles.help}>{t('nothingOpen')}</p> : null}
        {narrowed.map((section) => (
          <FormSection
            key={section.id}
            id={`${prefix}${section.id}`}
            section={section}
            values={values}
            onChange={onChange}
            problems={problemByKey}
            mode={mode}
            deferred={total >= LONG_FORM}
          />
        ))}
      </div>
    </div>
  );
}

interface IndexLinkProps {
  readonly section: Arranged;
  readonly target: string;
  readonly values: Values;
  readonly mode: FormMode;
}
function IndexLink({ section, target, values, mode }: IndexLinkProps) {
  const fields = section.fields.filter(holdsValue);
  const filled = fields.filter((field) => isFilled(field, values)).length;
  return (
    <button
      type="button"
      className={`bare ${styles.indexLink}`}
      onClick={() => document.getElementById(target)?.scrollIntoView({ behavior: 'smooth', block: 'start' })}
    >
      <span>{section.name}</span>
      <span className={styles.count}>
        {fields.some((field) => isWritable(field, mode)) ? `${filled}/${fields.length}` : fields.length}
      </span>
    </button>
  );
}

/** Taken once when 只看未填 is switched on: a field does not vanish under the hand that fills it. */
function openKeys(sections: readonly Arranged[], values: Values, mode: FormMode): ReadonlySet<string> {
  return new Set(
    sections.flatMap((section) =>
      section.fields.filter((field) => isWritable(field, mode) && !isFilled(field, values)).map((field) => field.key),
    ),
  );
}

function narrow(sections: readonly Arranged[], keys: ReadonlySet<string> | null): readonly Arranged[] {
  if (keys === null) return sections;
  return sections
    .map((section) => ({ ...section, folded: false, fields: section.fields.filter((field) => keys.has(field.key)) }))
    .filter((section) => section.fields.length > 0);
}

/** New problems: the first field concerned comes into view and takes the focus. */
function useScrollToProblem(root: RefObject<HTMLElement | null>, problems: readonly Problem[]): void {
  useEffect(() => {
    const first = problems[0];
    if (first === undefined) return undefined;
    const frame = requestAnimationFrame(() => {
      const box = root.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(first.field)}"]`);
      box?.scrollIntoView({ block: 'center' });
      box?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [root, problems]);
}

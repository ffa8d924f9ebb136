/** One section: heading with its count and source, folded when everything in it came from registers. */
import { DownOutlined, RightOutlined, ShareAltOutlined } from '@ant-design/icons';
import { formatValue } from '@tongban/shared/fields';
import type { FieldView, Value } from '@tongban/shared/kernel';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';
import { moment } from '../format.ts';
import { FieldInput } from './FieldInput.tsx';
import styles from './form.module.css';
import type { FormMode } from './tools.ts';
import { holdsValue, valueOf, type Arranged, type Values } from './values.ts';

/** Height of a row of fields while its section is not drawn yet, in pixels. */
const ROW_HEIGHT = 84;
const PREVIEW = 4;

interface FormSectionProps {
  readonly id: string;
  readonly section: Arranged;
  readonly values: Values;
  readonly onChange: ((key: string, value: Value) => void) | undefined;
  readonly problems: ReadonlyMap<string, string>;
  readonly mode: FormMode;
  readonly deferred: boolean;
}

export const FormSection = memo(function FormSection(props: FormSectionProps) {
  const { id, section, values, onChange, problems, mode, deferred } = props;
  const { t } = useTranslation('form');
  const [opened, setOpened] = useState(!section.folded);
  const wrong = section.fields.some((field) => problems.has(field.key));
  const open = opened || wrong || section.fields.some((field) => field.remark !== null);
  const { ref, near } = useNear(deferred);
  const common = commonSource(section.fields);
  const count = section.fields.filter(holdsValue).length;
  return (
    <section id={id} ref={ref} className={styles.section} aria-labelledby={`${id}-name`}>
      <header className={styles.sectionHead}>
        {section.folded ? (
          <button
            type="button"
            className={`bare ${styles.fold}`}
            aria-expanded={open}
            onClick={() => setOpened((was) => !was)}
          >
            {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
            <h3 id={`${id}-name`}>{section.name}</h3>
            <span className={styles.count}>{t('lookOver', { count })}</span>
          </button>
        ) : (
          <>
            <h3 id={`${id}-name`}>{section.name}</h3>
            <span className={styles.count}>{t('items', { count })}</span>
          </>
        )}
        {common === null ? null : (
          <span className={styles.origin}>
            <ShareAltOutlined aria-hidden /> {t('sharedFromAll', { source: common })}
          </span>
        )}
      </header>
      {section.help === null ? null : <p className={styles.help}>{section.help}</p>}
      {!open ? (
        <Preview fields={section.fields} values={values} />
      ) : near ? (
        <div className={styles.grid}>
          {section.fields.map((field) => (
            <FieldInput
              key={field.key}
              field={field}
              value={valueOf(field, values)}
              onChange={onChange}
              problem={problems.get(field.key) ?? null}
              mode={mode}
              quiet={common !== null}
            />
          ))}
        </div>
      ) : (
        <div style={{ height: Math.ceil(section.fields.length / 2) * ROW_HEIGHT }} />
      )}
    </section>
  );
});

/** The first few values of a folded section, so that a look is often enough. */
function Preview({ fields, values }: { readonly fields: readonly FieldView[]; readonly values: Values }) {
  const { i18n } = useTranslation();
  const language = wordsLanguage(i18n.language);
  const parts = fields
    .map(({ field, ...view }) => ({
      name: field.name,
      text: formatValue(field, valueOf({ field, ...view }, values), language),
      unit: field.unit,
    }))
    .filter((part) => part.text !== '')
    .slice(0, PREVIEW);
  if (parts.length === 0) return null;
  return (
    <p className={styles.preview}>
      {parts.map((part) => (
        <span key={part.name}>
          <span className={styles.previewName}>{part.name}</span> {part.text}
          {part.unit === null ? null : ` ${part.unit}`}
        </span>
      ))}
    </p>
  );
}

/** True once the section has come near the window; true from the start when nothing is deferred. */
function useNear(deferred: boolean) {
  const ref = useRef<HTMLElement>(null);
  const [near, setNear] = useState(!deferred);
  useEffect(() => {
    const element = ref.current;
    if (near || element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: '600px 0px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [near]);
  return { ref, near };
}

/** At most so many registers are named in a heading; with more, every field says its own. */
const SOURCES = 3;

/** Said once in the heading instead of at every field: the registers, when they all answered at one time. */
function commonSource(fields: readonly FieldView[]): string | null {
  const names = new Set<string>();
  const times = new Set<string>();
  let count = 0;
  for (const { origin } of fields) {
    if (origin?.type !== 'shared') continue;
    count += 1;
    names.add(origin.registerName);
    times.add(moment(origin.at));
  }
  const [time] = times;
  if (count < 2 || times.size !== 1 || time === undefined || names.size > SOURCES) return null;
  return `${[...names].join('、')} · ${time}`;
}

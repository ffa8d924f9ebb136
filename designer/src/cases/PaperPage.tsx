/**
 * The A4 审批表: the fields in a table, each office's opinion with name and date, version and hash. Printed by the
 * browser. No seal is drawn until seals exist.
 */
import { PrinterOutlined } from '@ant-design/icons';
import { formatValue } from '@tongban/shared/fields';
import type { CaseView, FieldView, StepView } from '@tongban/shared/kernel';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../i18n/index.ts';
import { day } from '../ui/format.ts';
import { Failed, Loading } from '../ui/states.tsx';
import styles from './paper.module.css';
import { useCase } from './use-case.ts';

export function PaperPage() {
  const { t } = useTranslation('cases');
  const { id } = useParams({ from: '/inside/cases/$id/paper' });
  const query = useCase(id);
  if (query.isPending) return <Loading rows={16} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const view = query.data;
  return (
    <div className={styles.screen}>
      <div className={styles.tools}>
        <Link to="/cases/$id" params={{ id }}>
          {t('back')}
        </Link>
        <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('printNow')}
        </Button>
      </div>
      <Sheet view={view} />
    </div>
  );
}

function Sheet({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('cases');
  const opinions = view.steps.filter((step) => step.status === 'done' || step.status === 'kept');
  return (
    <article className={styles.sheet}>
      <h1>{view.paperTitle ?? view.title}</h1>
      <p className={styles.number}>
        {t('number')}：{view.number}
      </p>
      {view.status === 'ended' ? null : <p className={styles.notEnded}>{t('paperNotEnded')}</p>}
      <table className={styles.table}>
        <tbody>
          <tr>
            <th scope="row">{t('applicant')}</th>
            <td>{view.applicantName}</td>
            <th scope="row">{t('startedAt')}</th>
            <td>{day(view.startedAt)}</td>
          </tr>
          {view.sections.map((section) => (
            <SectionRows key={section.id} name={section.name} fields={section.fields} />
          ))}
        </tbody>
      </table>
      <table className={`${styles.table} ${styles.opinions}`}>
        <tbody>
          {opinions.map((step) => (
            <OpinionRow key={step.activity} step={step} />
          ))}
        </tbody>
      </table>
      <footer className={styles.foot}>
        <p>{t('paperFoot', { title: view.title, version: view.version, identity: view.identity })}</p>
        <p>{t('paperPrinted')}</p>
      </footer>
    </article>
  );
}

/** Two fields to a row; a full-width one takes a row of its own. */
function pairs(fields: readonly FieldView[]): readonly (readonly FieldView[])[] {
  const rows: FieldView[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    const wide = field.field.width === 'full';
    if (!wide && last?.length === 1 && last[0]?.field.width !== 'full') last.push(field);
    else rows.push([field]);
  }
  return rows;
}

function SectionRows({ name, fields }: { readonly name: string; readonly fields: readonly FieldView[] }) {
  const { i18n } = useTranslation();
  const language = wordsLanguage(i18n.language);
  const shown = fields.filter((field) => field.field.kind !== 'note');
  if (shown.length === 0) return null;
  return (
    <>
      <tr>
        <th colSpan={4} scope="colgroup" className={styles.section}>
          {name}
        </th>
      </tr>
      {pairs(shown).map((row) => (
        <tr key={row[0]?.key}>
          {row.map((field) => (
            <FieldCells key={field.key} field={field} wide={row.length === 1} language={language} />
          ))}
        </tr>
      ))}
    </>
  );
}

interface FieldCellsProps {
  readonly field: FieldView;
  readonly wide: boolean;
  readonly language: 'zh' | 'en';
}
function FieldCells({ field, wide, language }: FieldCellsProps) {
  const text = formatValue(field.field, field.value, language);
  return (
    <>
      <th scope="row">{field.field.name}</th>
      <td colSpan={wide ? 3 : 1}>
        {text}
        {text !== '' && field.field.unit !== null ? ` ${field.field.unit}` : null}
      </td>
    </>
  );
}

function OpinionRow({ step }: { readonly step: StepView }) {
  const { t } = useTranslation('cases');
  const office = step.departmentName ?? '';
  return (
    <tr>
      <th scope="row">{office === '' ? step.name : `${office}\n${step.name}`}</th>
      <td colSpan={3} className={styles.opinion}>
        <p className={styles.words}>{[step.outcomeName, step.opinion].filter(Boolean).join('。') || t('paperNone')}</p>
        <p className={styles.signed}>
          {t('signed', {
            office,
            name: step.personName ?? '',
            date: step.endedAt === null ? '' : day(step.endedAt),
          })}
        </p>
      </td>
    </tr>
  );
}

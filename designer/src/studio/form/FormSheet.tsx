/** The page in the middle: the applicant's form on a desktop, a phone or an A4 sheet, edited in place. */
import { PlusOutlined } from '@ant-design/icons';
import type { Diagnostic } from '@tongban/shared/compiler';
import type { Access, Field } from '@tongban/shared/document';
import type { Value } from '@tongban/shared/kernel';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/states.tsx';
import { useStudio } from '../store/index.tsx';
import { useBuilderActions, type Selected } from './builder.ts';
import styles from './builder.module.css';
import { fieldsInOrder, sectionsOf } from './placement.ts';
import { SectionCard } from './SectionCard.tsx';

export const DEVICES = ['desktop', 'phone', 'paper'] as const;
export type Device = (typeof DEVICES)[number];

/** Forms of so many fields build their sections as they come into view. */
const LONG_FORM = 40;

interface FormSheetProps {
  readonly device: Device;
  readonly selected: Selected;
  readonly renaming: string | null;
  readonly access: ((field: Field) => Access) | null;
  /** Sample values of what the role only reads. */
  readonly samples: Readonly<Record<string, Value>>;
  readonly problems: ReadonlyMap<string, readonly Diagnostic[]>;
}

export function FormSheet({ device, selected, renaming, access, samples, problems }: FormSheetProps) {
  const { t } = useTranslation('studio-form');
  const { design, context, readOnly } = useStudio();
  const { actions } = useBuilderActions();
  const sections = sectionsOf(design);
  const fields = useMemo(() => fieldsInOrder(design), [design]);
  const registers = context.registers;
  const registerName = useMemo(
    () => (id: string) => registers?.[id]?.name ?? t('form.unknownRegister'),
    [registers, t],
  );
  const selectedField = selected?.kind === 'field' && design.form.fields[selected.id] ? selected.id : null;
  const here = (field: string | null, section: string) =>
    field !== null && design.form.fields[field]?.section === section ? field : null;
  const title = device === 'paper' ? (design.meta.paperTitle ?? design.meta.title) : design.meta.title;
  if (sections.length === 0) {
    return (
      <Empty
        title={t('form.emptyTitle')}
        body={t('form.emptyBody')}
        action={
          readOnly ? undefined : (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => actions.addSection(0)}>
              {t('form.addSection')}
            </Button>
          )
        }
      />
    );
  }
  return (
    <div className={`${styles.sheet} ${styles[device]}`} data-device={device}>
      <h2 className={styles.sheetTitle}>{title}</h2>
      {sections.map((section, index) => (
        <SectionCard
          key={section.id}
          section={section}
          fields={fields.filter((field) => field.section === section.id)}
          first={index === 0}
          last={index === sections.length - 1}
          selected={selected?.kind === 'section' && selected.id === section.id}
          selectedField={here(selectedField, section.id)}
          renaming={renaming === section.id ? renaming : here(renaming, section.id)}
          tabStop={here(selectedField ?? fields[0]?.id ?? null, section.id)}
          deferred={fields.length > LONG_FORM && index > 0}
          readOnly={readOnly}
          access={access}
          samples={samples}
          problems={problems}
          registerName={registerName}
        />
      ))}
      {readOnly ? null : (
        <Button
          block
          type="dashed"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => actions.addSection(sections.length)}
          className={styles.addSection}
        >
          {t('form.addSection')}
        </Button>
      )}
    </div>
  );
}

/**
 * One field, drawn the same in the builder, the preview and on the case page: label above, where the value came from,
 * remark of a correction, input or text, help, what is wrong. Memo per field: a key stroke re-renders one field.
 */
import { formatValue } from '@tongban/shared/fields';
import type { FieldKind } from '@tongban/shared/document';
import type { FieldView, Value } from '@tongban/shared/kernel';
import { memo, useId, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';
import { ChoiceInput, DateInput, DepartmentInput, YesNoInput } from './ChosenInputs.tsx';
import { FileInput, FileList, filesOf } from './FileInput.tsx';
import styles from './form.module.css';
import type { InputProps } from './input-props.ts';
import { Dispute, OriginTag, Remark, SharedMark } from './marks.tsx';
import { useFormTools, type FormMode } from './tools.ts';
import { AmountInput, TextInput } from './TypedInputs.tsx';
import { isUnverified } from './values.ts';

const INPUTS: Readonly<Record<Exclude<FieldKind, 'note'>, ComponentType<InputProps>>> = {
  text: TextInput,
  longText: TextInput,
  idCard: TextInput,
  uscc: TextInput,
  phone: TextInput,
  number: AmountInput,
  money: AmountInput,
  date: DateInput,
  choice: ChoiceInput,
  yesNo: YesNoInput,
  department: DepartmentInput,
  file: FileInput,
};

export interface FieldInputProps {
  readonly field: FieldView;
  /** What it holds now; undefined: nothing yet. */
  readonly value: Value | undefined;
  /** Absent: the field is shown as text. Keep it stable over renders. */
  readonly onChange?: ((key: string, value: Value) => void) | undefined;
  /** Sentence of what is wrong, or null. */
  readonly problem?: string | null;
  readonly mode?: FormMode;
  /** Its section says the source for all: leave it out here. */
  readonly quiet?: boolean;
}

export const FieldInput = memo(function FieldInput(props: FieldInputProps) {
  const { field, value, onChange, problem = null, mode = 'edit', quiet = false } = props;
  const { t } = useTranslation('form');
  const tools = useFormTools();
  const id = useId();
  const spec = field.field;
  const width = styles[spec.width];
  if (spec.kind === 'note') {
    return <p className={`${styles.note} ${width}`}>{spec.text ?? spec.name}</p>;
  }
  const writable = mode === 'edit' && field.access !== 'read' && onChange !== undefined;
  const describedBy = [problem && `${id}-problem`, field.remark && `${id}-remark`, spec.help && `${id}-help`]
    .filter(Boolean)
    .join(' ');
  const name = field.element === undefined ? spec.name : `${spec.name} · ${field.element.name}`;
  const Input = INPUTS[spec.kind];
  const group = ['choice', 'yesNo', 'department'].includes(spec.kind) || !writable;
  const picked = tools.picked?.[spec.id];
  return (
    <div
      className={`${styles.field} ${width} ${tools.pick === undefined ? '' : styles.pickable} ${picked === undefined ? '' : styles.picked}`}
      data-field={spec.id}
      data-key={field.key}
    >
      <div className={styles.labelRow}>
        {group ? (
          <span id={`${id}-label`} className={styles.label}>
            {name}
            {writable && field.required ? <RequiredMark /> : null}
          </span>
        ) : (
          <label id={`${id}-label`} htmlFor={id} className={styles.label}>
            {name}
            {field.required ? <RequiredMark /> : null}
          </label>
        )}
        {quiet ? <SharedMark origin={field.origin} /> : null}
        {isUnverified(field) ? (
          <span className={styles.unverified} title={t('unverifiedHelp')}>
            {t('unverified')}
          </span>
        ) : null}
        {tools.dispute !== undefined && field.origin?.type === 'shared' ? <Dispute field={field} /> : null}
      </div>
      <Remark id={`${id}-remark`} remark={field.remark} />
      {writable ? (
        <Input
          id={id}
          field={field}
          value={value}
          commit={(next) => onChange(field.key, next)}
          invalid={problem !== null}
          describedBy={describedBy === '' ? undefined : describedBy}
          labelledBy={`${id}-label`}
        />
      ) : (
        <FieldText field={field} value={value} />
      )}
      {problem === null ? null : (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {writable && spec.help !== null ? (
        <p id={`${id}-help`} className={styles.help}>
          {spec.help}
        </p>
      ) : null}
      {quiet ? null : <OriginTag origin={field.origin} />}
      {field.disputed === null ? null : <p className={styles.disputed}>{t('disputed', { comment: field.disputed })}</p>}
      {picked === undefined ? null : <p className={styles.remark}>{picked || t('remarkPending')}</p>}
      {tools.pick === undefined ? null : (
        <button
          type="button"
          className={styles.pickCover}
          aria-label={t('pickField', { name })}
          aria-pressed={picked !== undefined}
          onClick={() => tools.pick?.(field)}
        />
      )}
    </div>
  );
});

function RequiredMark() {
  const { t } = useTranslation('form');
  return (
    <span className={styles.required} title={t('required')} aria-hidden>
      *
    </span>
  );
}

interface TextProps {
  readonly field: FieldView;
  readonly value: Value | undefined;
}
function FieldText({ field, value }: TextProps) {
  const { t, i18n } = useTranslation('form');
  const tools = useFormTools();
  const spec = field.field;
  if (spec.kind === 'file' && filesOf(value).length > 0) return <FileList files={filesOf(value)} />;
  const offered = spec.kind === 'department' ? (tools.tickable?.[spec.id] ?? spec.options) : spec.options;
  const text = formatValue({ ...spec, options: offered }, value, wordsLanguage(i18n.language));
  const waits = text === '' && spec.source.type !== 'manual' && field.access === 'read';
  return (
    <div className={text === '' ? styles.empty : spec.kind === 'longText' ? styles.longText : styles.text}>
      {text === '' ? (waits ? t('filledLater') : t('blank')) : text}
      {text !== '' && spec.unit !== null ? ` ${spec.unit}` : null}
    </div>
  );
}

/** Inputs that are typed into: text, long text, codes, phone, number, money. Local drafts, committed on blur or pause. */
import { normaliseValue } from '@tongban/shared/fields';
import type { Value } from '@tongban/shared/kernel';
import { Input, InputNumber } from 'antd';
import styles from './form.module.css';
import type { InputProps } from './input-props.ts';
import { useLocalDraft } from './use-local-draft.ts';

const asText = (value: Value | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Keyboards on phones: digits for codes and phone numbers. */
const KEYBOARD: Readonly<Record<string, 'tel' | 'text'>> = { phone: 'tel' };

export function TextInput({ id, field, value, commit, invalid, describedBy }: InputProps) {
  const { field: spec } = field;
  const local = useLocalDraft(asText(value), (text) => commit(text === '' ? null : text));
  const tidy = (text: string) => asText(normaliseValue(spec, text));
  const common = {
    id,
    value: local.draft,
    onBlur: () => local.flush(tidy),
    onCompositionStart: local.onCompositionStart,
    onCompositionEnd: local.onCompositionEnd,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    'aria-required': field.required,
    ...(invalid ? { status: 'error' as const } : {}),
  };
  if (spec.kind === 'longText') {
    return (
      <Input.TextArea
        {...common}
        className={styles.counted}
        autoSize={{ minRows: 3, maxRows: 10 }}
        {...(spec.maxLength === null ? {} : { maxLength: spec.maxLength, showCount: true })}
        onChange={(event) => local.change(event.target.value)}
      />
    );
  }
  return (
    <Input
      {...common}
      inputMode={KEYBOARD[spec.kind] ?? 'text'}
      autoComplete="off"
      {...(spec.maxLength === null ? {} : { maxLength: spec.maxLength })}
      {...(spec.unit === null ? {} : { suffix: spec.unit })}
      onChange={(event) => local.change(event.target.value)}
      onPressEnter={() => local.flush()}
    />
  );
}

export function AmountInput({ id, field, value, commit, invalid, describedBy }: InputProps) {
  const { field: spec } = field;
  const local = useLocalDraft<number | null>(typeof value === 'number' ? value : null, commit);
  const money = spec.kind === 'money';
  return (
    <InputNumber<number>
      id={id}
      style={{ width: '100%' }}
      value={local.draft}
      onChange={(next) => local.change(next)}
      onBlur={() => local.flush()}
      onPressEnter={() => local.flush()}
      controls={false}
      decimalSeparator="."
      inputMode="decimal"
      {...(money ? { precision: spec.decimals ?? 2, formatter: thousands, parser: unthousands } : {})}
      {...(!money && spec.decimals !== null ? { precision: spec.decimals } : {})}
      suffix={money ? (spec.unit ?? '元') : spec.unit}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      aria-required={field.required}
      {...(invalid ? { status: 'error' as const } : {})}
    />
  );
}

function thousands(value: number | string | undefined): string {
  const [whole = '', part] = String(value ?? '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

function unthousands(text: string | undefined): number {
  return Number((text ?? '').replace(/,/g, ''));
}

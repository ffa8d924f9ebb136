/** 从哪来: typed by hand, brought from a register, or worked out from other fields. */
import { useQuery } from '@tanstack/react-query';
import type { Field, FieldSource } from '@tongban/shared/document';
import { Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/trpc.ts';
import { useStudio } from '../../store/index.tsx';
import { useBuilderActions } from '../builder.ts';
import { Question } from '../parts/Question.tsx';
import {
  computationOf,
  computationToFeel,
  operands,
  OPERATIONS,
  type Computation,
  type Operation,
} from './computation.ts';

export function SourceQuestion({ field }: { readonly field: Field }) {
  const { t } = useTranslation('studio-form');
  const { readOnly } = useStudio();
  const { actions } = useBuilderActions();
  const registers = useQuery({
    queryKey: ['catalog-registers'],
    queryFn: () => client.catalog.registers.query(),
    staleTime: 60_000,
  });
  const set = (source: FieldSource) => actions.change(field.id, { source });
  // 自动计算 is kept as an intention until it says what to work out: a computation of nothing is no answer.
  const [computing, setComputing] = useState(false);
  const source: FieldSource =
    computing && field.source.type === 'manual' ? { type: 'computed', feel: '' } : field.source;
  const choose = (type: FieldSource['type']) => {
    setComputing(type === 'computed');
    const register = registers.data?.[0];
    const attribute = register?.attributes[0];
    if (type === 'manual') set({ type });
    else if (type === 'computed') set({ type: 'manual' });
    else if (register && attribute) set({ type, register: register.id, attribute: attribute.id });
  };
  return (
    <>
      <Question title={t('form.sourceWhich')}>
        {(id) => (
          <Radio.Group
            aria-labelledby={id}
            value={source.type}
            disabled={readOnly}
            onChange={(event) => {
              const type = (['manual', 'shared', 'computed'] as const).find((one) => one === event.target.value);
              if (type) choose(type);
            }}
            vertical
            options={[
              { value: 'manual', label: t('form.source.manual') },
              {
                value: 'shared',
                label: t('form.sourceShared'),
                disabled: source.type !== 'shared' && !registers.data?.length,
              },
              { value: 'computed', label: t('form.sourceComputed') },
            ]}
          />
        )}
      </Question>
      {source.type === 'shared' ? (
        <Question title={t('form.register')} help={t('form.registerHelp')}>
          {(id) => (
            <Select
              aria-labelledby={id}
              disabled={readOnly}
              style={{ width: '100%' }}
              value={`${source.register}/${source.attribute}`}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(value) => {
                const [register = '', attribute = ''] = value.split('/');
                set({ type: 'shared', register, attribute });
              }}
              options={(registers.data ?? []).map((register) => ({
                label: register.name,
                options: register.attributes.map((attribute) => ({
                  value: `${register.id}/${attribute.id}`,
                  label: `${register.name} · ${attribute.name}`,
                })),
              }))}
            />
          )}
        </Question>
      ) : null}
      {source.type === 'computed' ? (
        <ComputationQuestion
          field={field}
          feel={source.feel}
          onChange={(feel) => set(feel === '' ? { type: 'manual' } : { type: 'computed', feel })}
        />
      ) : null}
    </>
  );
}

interface ComputationProps {
  readonly field: Field;
  readonly feel: string;
  readonly onChange: (feel: string) => void;
}

function ComputationQuestion({ field, feel, onChange }: ComputationProps) {
  const { t } = useTranslation('studio-form');
  const { design, readOnly } = useStudio();
  const computation = computationOf(feel);
  // With one field so far, adding and taking over read the same: what was chosen here stands.
  const [operation, setOperation] = useState<Operation>(computation?.operation ?? 'sum');
  const shown: Computation = { operation, fields: computation?.fields ?? [] };
  const offered = operands(design, field.id, shown.operation);
  const set = (next: Computation) => onChange(computationToFeel(next));
  return (
    <Question
      title={t('form.compute')}
      help={computation === null ? t('form.computeElsewhere') : t('form.computeHelp')}
    >
      <Select
        aria-label={t('form.compute')}
        value={shown.operation}
        disabled={readOnly}
        onChange={(next) => {
          setOperation(next);
          if (shown.fields.length > 0) {
            set({ operation: next, fields: next === 'copy' ? shown.fields.slice(0, 1) : shown.fields });
          }
        }}
        options={OPERATIONS.map((operation) => ({ value: operation, label: t(`form.compute.${operation}`) }))}
      />
      <Select
        aria-label={t('form.computeFields')}
        placeholder={t('form.computeFields')}
        disabled={readOnly}
        {...(shown.operation === 'copy' ? {} : { mode: 'multiple' as const })}
        value={[...shown.fields]}
        style={{ width: '100%' }}
        onChange={(fields: string | string[]) =>
          set({ operation: shown.operation, fields: Array.isArray(fields) ? fields : [fields] })
        }
        options={offered.map((one) => ({ value: one.id, label: one.name }))}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </Question>
  );
}

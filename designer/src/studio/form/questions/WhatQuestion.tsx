/** 是什么: the name, what helps to fill it in, and what the kind itself asks: options, length, range, unit, files. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { sorted, type Field } from '@tongban/shared/document';
import { FILE_BYTES } from '@tongban/shared/fields';
import { Button, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/index.tsx';
import { useBuilderActions } from '../builder.ts';
import styles from './questions.module.css';
import { addOption, removeOption, renameOption, stepOption } from '../edits.ts';
import { DraftNumber, DraftText } from '../parts/DraftInput.tsx';
import { Question } from '../parts/Question.tsx';

const FILE_TYPES = ['pdf', 'docx', 'xlsx', 'jpg', 'png', 'zip', 'ofd'];
const MEGABYTE = 1024 * 1024;

export function WhatQuestion({ field }: { readonly field: Field }) {
  const { t } = useTranslation('studio-form');
  const { readOnly } = useStudio();
  const { actions } = useBuilderActions();
  const change = (next: Partial<Omit<Field, 'id' | 'kind'>>) => actions.change(field.id, next);
  return (
    <>
      <Question title={t('form.name')}>
        {(id) => (
          <DraftText
            value={field.name}
            keepFilled
            labelledBy={id}
            disabled={readOnly}
            onCommit={(name) => actions.rename(field.id, name)}
          />
        )}
      </Question>
      {field.kind === 'note' ? (
        <Question title={t('form.noteText')}>
          {(id) => (
            <DraftText
              value={field.text ?? ''}
              rows={3}
              labelledBy={id}
              disabled={readOnly}
              onCommit={(text) => change({ text: text === '' ? undefined : text })}
            />
          )}
        </Question>
      ) : (
        <Question title={t('form.help')}>
          {(id) => (
            <DraftText
              value={field.help ?? ''}
              rows={1}
              labelledBy={id}
              disabled={readOnly}
              placeholder={t('form.helpHint')}
              onCommit={(help) => change({ help: help === '' ? undefined : help })}
            />
          )}
        </Question>
      )}
      <KindQuestions field={field} change={change} />
      <Question title={t('form.width')}>
        <Segmented
          aria-label={t('form.width')}
          size="small"
          value={field.width}
          disabled={readOnly}
          onChange={(width) => change({ width })}
          options={(['full', 'half', 'third'] as const).map((width) => ({
            value: width,
            label: t(`form.width.${width}`),
          }))}
        />
      </Question>
    </>
  );
}

interface KindProps {
  readonly field: Field;
  readonly change: (next: Partial<Omit<Field, 'id' | 'kind'>>) => void;
}

function KindQuestions({ field, change }: KindProps) {
  switch (field.kind) {
    case 'choice':
      return <ChoiceQuestions field={field} change={change} />;
    case 'text':
    case 'longText':
      return <LengthQuestion field={field} change={change} />;
    case 'number':
    case 'money':
      return <FigureQuestions field={field} change={change} />;
    case 'file':
      return <FileQuestions field={field} change={change} />;
    default:
      return null;
  }
}

function ChoiceQuestions({ field, change }: KindProps) {
  const { t } = useTranslation('studio-form');
  const { newId, readOnly } = useStudio();
  const options = sorted(field.options);
  const set = (next: Field) => change({ options: next.options });
  return (
    <>
      <Question title={t('form.options')}>
        <ul className={styles.options}>
          {options.map((option, index) => (
            <li key={option.id}>
              <DraftText
                value={option.name}
                keepFilled
                label={t('form.optionName', { number: index + 1 })}
                disabled={readOnly}
                onCommit={(name) => set(renameOption(field, option.id, name))}
              />
              <Button
                size="small"
                type="text"
                icon={<ArrowUpOutlined aria-hidden />}
                aria-label={t('form.optionUp', { name: option.name })}
                disabled={index === 0 || readOnly}
                onClick={() => set(stepOption(field, option.id, -1))}
              />
              <Button
                size="small"
                type="text"
                icon={<ArrowDownOutlined aria-hidden />}
                aria-label={t('form.optionDown', { name: option.name })}
                disabled={index === options.length - 1 || readOnly}
                onClick={() => set(stepOption(field, option.id, 1))}
              />
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('form.optionRemove', { name: option.name })}
                disabled={readOnly}
                onClick={() => set(removeOption(field, option.id))}
              />
            </li>
          ))}
        </ul>
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          disabled={readOnly}
          onClick={() => set(addOption(field, newId('o'), t('form.newOption', { number: options.length + 1 })))}
        >
          {t('form.addOption')}
        </Button>
      </Question>
      <Question title={t('form.display')}>
        <Segmented
          aria-label={t('form.display')}
          size="small"
          value={field.display ?? 'radio'}
          disabled={readOnly}
          onChange={(display) => change({ display })}
          options={(['radio', 'select', 'multiple'] as const).map((display) => ({
            value: display,
            label: t(`form.display.${display}`),
          }))}
        />
      </Question>
    </>
  );
}

function LengthQuestion({ field, change }: KindProps) {
  const { t } = useTranslation('studio-form');
  const { readOnly } = useStudio();
  return (
    <Question title={t('form.maxLength')}>
      {(id) => (
        <DraftNumber
          value={field.maxLength}
          min={1}
          max={20_000}
          precision={0}
          labelledBy={id}
          disabled={readOnly}
          placeholder={field.kind === 'text' ? '200' : '4000'}
          suffix={t('form.characters')}
          width={160}
          onCommit={(maxLength) => change({ maxLength })}
        />
      )}
    </Question>
  );
}

function FigureQuestions({ field, change }: KindProps) {
  const { t } = useTranslation('studio-form');
  const { readOnly } = useStudio();
  return (
    <>
      <Question title={t('form.range')}>
        <span className={styles.range}>
          <DraftNumber
            value={field.min}
            label={t('form.min')}
            placeholder={t('form.noLimit')}
            disabled={readOnly}
            width={112}
            onCommit={(min) => change({ min })}
          />
          <span>{t('form.to')}</span>
          <DraftNumber
            value={field.max}
            label={t('form.max')}
            placeholder={t('form.noLimit')}
            disabled={readOnly}
            width={112}
            onCommit={(max) => change({ max })}
          />
        </span>
      </Question>
      <Question title={t('form.decimals')}>
        {(id) => (
          <DraftNumber
            value={field.decimals}
            min={0}
            max={6}
            precision={0}
            labelledBy={id}
            disabled={readOnly}
            placeholder="2"
            suffix={t('form.places')}
            onCommit={(decimals) => change({ decimals })}
          />
        )}
      </Question>
      <Question title={t('form.unit')}>
        {(id) => (
          <DraftText
            value={field.unit ?? ''}
            maxLength={20}
            labelledBy={id}
            disabled={readOnly}
            placeholder={field.kind === 'money' ? t('form.yuan') : t('form.unitHint')}
            onCommit={(unit) => change({ unit: unit === '' ? undefined : unit })}
          />
        )}
      </Question>
    </>
  );
}

function FileQuestions({ field, change }: KindProps) {
  const { t } = useTranslation('studio-form');
  const { readOnly } = useStudio();
  const accept = field.accept ?? [];
  return (
    <>
      <Question title={t('form.accept')} help={t('form.acceptHelp')}>
        {(id) => (
          <Select
            mode="tags"
            aria-labelledby={id}
            value={accept}
            disabled={readOnly}
            style={{ width: '100%' }}
            onChange={(types: string[]) => {
              const clean = types
                .map((type) => type.trim().replace(/^\./, '').toLowerCase().slice(0, 10))
                .filter(Boolean);
              change({ accept: clean.length === 0 ? undefined : [...new Set(clean)] });
            }}
            options={[...new Set([...FILE_TYPES, ...accept])].map((type) => ({ value: type, label: type }))}
          />
        )}
      </Question>
      <Question title={t('form.maxBytes')}>
        {(id) => (
          <DraftNumber
            value={(field.maxBytes ?? FILE_BYTES) / MEGABYTE}
            min={0.1}
            max={200}
            labelledBy={id}
            disabled={readOnly}
            suffix={t('form.megabytes')}
            onCommit={(size) => change({ maxBytes: size === undefined ? undefined : Math.round(size * MEGABYTE) })}
          />
        )}
      </Question>
      <Question title={t('form.maxCount')}>
        {(id) => (
          <DraftNumber
            value={field.maxCount}
            min={1}
            max={50}
            precision={0}
            labelledBy={id}
            disabled={readOnly}
            suffix={t('form.files')}
            onCommit={(maxCount) => change({ maxCount })}
          />
        )}
      </Question>
    </>
  );
}

/** 什么时候出现, 怎样才对: rules written as sentences. An own message says in the office's words what is wrong. */
import type { Condition, Field } from '@tongban/shared/document';
import { Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionEditor } from '../../conditions/index.ts';
import { useStudio } from '../../store/index.tsx';
import { useBuilderActions } from '../builder.ts';
import { DraftText } from '../parts/DraftInput.tsx';
import { Question } from '../parts/Question.tsx';

export function WhenQuestion({ field }: { readonly field: Field }) {
  const { t } = useTranslation('studio-form');
  const { design, readOnly } = useStudio();
  const { actions } = useBuilderActions();
  const { visible } = field.rules;
  const [asked, setAsked] = useState(false);
  const sometimes = visible !== undefined || asked;
  return (
    <Question title={t('form.whenWhich')} help={sometimes ? t('form.whenHelp') : undefined}>
      {(id) => (
        <>
          <Radio.Group
            aria-labelledby={id}
            value={sometimes ? 'sometimes' : 'always'}
            disabled={readOnly}
            onChange={(event) => {
              setAsked(event.target.value === 'sometimes');
              if (event.target.value === 'always' && visible) actions.rule(field.id, 'visible', undefined);
            }}
            options={[
              { value: 'always', label: t('form.whenAlways') },
              { value: 'sometimes', label: t('form.whenSometimes') },
            ]}
          />
          {sometimes ? (
            <ConditionEditor
              value={visible}
              design={design}
              disabled={readOnly}
              labelledBy={id}
              onChange={(next) => {
                if (next === undefined) setAsked(true);
                actions.rule(field.id, 'visible', next);
              }}
            />
          ) : null}
        </>
      )}
    </Question>
  );
}

type Needed = 'optional' | 'required' | 'when';

export function RightQuestion({ field }: { readonly field: Field }) {
  const { t } = useTranslation('studio-form');
  const { design, readOnly } = useStudio();
  const { actions } = useBuilderActions();
  const { required, requiredWhen, valid, message } = field.rules;
  const [asked, setAsked] = useState(false);
  const needed: Needed = required ? 'required' : requiredWhen || asked ? 'when' : 'optional';
  const setNeeded = (next: Needed) => {
    setAsked(next === 'when');
    if (next === 'when') {
      if (required) actions.rule(field.id, 'required', undefined);
      return;
    }
    const rules = { ...field.rules };
    delete rules.requiredWhen;
    delete rules.required;
    actions.change(field.id, { rules: next === 'required' ? { ...rules, required: true } : rules });
  };
  return (
    <>
      <Question title={t('form.neededWhich')} help={t('form.neededHelp')}>
        {(id) => (
          <>
            <Radio.Group
              aria-labelledby={id}
              value={needed}
              disabled={readOnly}
              onChange={(event) => {
                const next = (['optional', 'required', 'when'] as const).find((one) => one === event.target.value);
                if (next) setNeeded(next);
              }}
              options={[
                { value: 'optional', label: t('form.rightOptional') },
                { value: 'required', label: t('form.rightRequired') },
                { value: 'when', label: t('form.rightRequiredWhen') },
              ]}
            />
            {needed === 'when' ? (
              <ConditionEditor
                value={requiredWhen}
                design={design}
                disabled={readOnly}
                labelledBy={id}
                onChange={(next) => {
                  if (next === undefined) setAsked(true);
                  actions.rule(field.id, 'requiredWhen', next);
                }}
              />
            ) : null}
          </>
        )}
      </Question>
      <Question title={t('form.validWhich')} help={t('form.validHelp')}>
        {(id) => (
          <ConditionEditor
            value={valid}
            design={design}
            disabled={readOnly}
            labelledBy={id}
            onChange={(next: Condition | undefined) => actions.rule(field.id, 'valid', next)}
          />
        )}
      </Question>
      {valid ? (
        <Question title={t('form.message')}>
          {(id) => (
            <DraftText
              value={message ?? ''}
              labelledBy={id}
              disabled={readOnly}
              placeholder={t('form.messageHint')}
              onCommit={(text) => actions.rule(field.id, 'message', text === '' ? undefined : text)}
            />
          )}
        </Question>
      ) : null}
    </>
  );
}

/** What the scenario is, who may apply and about whom. */
import { suggestLead } from '@tongban/shared/compiler';
import { MODULES, sorted, type Design, type ModuleId } from '@tongban/shared/document';
import { Button, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldsInOrder } from '../form/placement.ts';
import { DraftText } from '../form/parts/DraftInput.tsx';
import { Group, Question } from '../form/parts/Question.tsx';
import { setMeta, setSubject } from './edits.ts';
import type { QuestionsProps } from './TimeQuestions.tsx';

const MODULE_KEYS: Record<ModuleId, string> = {
  policy: 'modulePolicy',
  approval: 'moduleApproval',
  governance: 'moduleGovernance',
  enforcement: 'moduleEnforcement',
  factors: 'moduleFactors',
  party: 'moduleParty',
  supervision: 'moduleSupervision',
};
const APPLICANTS = ['office', 'person', 'enterprise'] as const;

export function SceneQuestions({ design, edit }: QuestionsProps) {
  const { t } = useTranslation(['studio-form', 'common']);
  const { meta } = design;
  const suggested = suggestLead(design);
  const lanes = sorted(design.flow.lanes).filter((lane) => lane.party.kind === 'department');
  const text = (key: 'summary' | 'legalBasis' | 'paperTitle') => (value: string) =>
    edit(t('policies.editText'), (now) => setMeta(now, { [key]: value === '' ? undefined : value }));
  return (
    <>
      <Group title={t('policies.scene')}>
        <Question title={t('policies.qTitle')}>
          {(id) => (
            <DraftText
              value={meta.title}
              keepFilled
              labelledBy={id}
              onCommit={(title) => edit(t('policies.editTitle'), (now) => setMeta(now, { title }))}
            />
          )}
        </Question>
        <Question title={t('policies.qSummary')}>
          {(id) => (
            <DraftText
              value={meta.summary ?? ''}
              rows={2}
              labelledBy={id}
              placeholder={t('policies.summaryHint')}
              onCommit={text('summary')}
            />
          )}
        </Question>
        <Question title={t('policies.qModule')}>
          {(id) => (
            <Select
              aria-labelledby={id}
              value={meta.module}
              onChange={(module) => edit(t('policies.editModule'), (now) => setMeta(now, { module }))}
              options={MODULES.map((module) => ({ value: module, label: t(`common:${MODULE_KEYS[module]}`) }))}
            />
          )}
        </Question>
        <Question
          title={t('policies.qLead')}
          help={
            suggested
              ? t('policies.leadSuggested', { name: suggested.name, steps: suggested.steps })
              : t('policies.leadHelp')
          }
        >
          {(id) => (
            <>
              <Select
                aria-labelledby={id}
                value={meta.lead ?? ''}
                onChange={(lead) =>
                  edit(t('policies.editLead'), (now) => setMeta(now, { lead: lead === '' ? undefined : lead }))
                }
                options={[
                  { value: '', label: t('policies.leadNone') },
                  ...lanes.map((lane) => ({ value: lane.id, label: lane.name })),
                ]}
              />
              {suggested && suggested.lane !== meta.lead ? (
                <div>
                  <Button
                    size="small"
                    onClick={() => edit(t('policies.editLead'), (now) => setMeta(now, { lead: suggested.lane }))}
                  >
                    {t('policies.takeLead', { name: suggested.name })}
                  </Button>
                </div>
              ) : null}
            </>
          )}
        </Question>
        <Question title={t('policies.qBasis')}>
          {(id) => (
            <DraftText
              value={meta.legalBasis ?? ''}
              rows={2}
              labelledBy={id}
              placeholder={t('policies.basisHint')}
              onCommit={text('legalBasis')}
            />
          )}
        </Question>
        <Question title={t('policies.qPaper')}>
          {(id) => (
            <DraftText
              value={meta.paperTitle ?? ''}
              labelledBy={id}
              placeholder={t('policies.paperHint')}
              onCommit={text('paperTitle')}
            />
          )}
        </Question>
      </Group>
      <WhoQuestions design={design} edit={edit} />
    </>
  );
}

function WhoQuestions({ design, edit }: QuestionsProps) {
  const { t } = useTranslation('studio-form');
  const { applicant, subject } = design.parties;
  const fields = fieldsInOrder(design);
  const keys = fields.filter((field) => field.kind === 'idCard' || field.kind === 'uscc');
  const names = fields.filter((field) => field.kind === 'text');
  const pick = (key: 'keyField' | 'nameField') => (id: string) =>
    edit(t('policies.editSubject'), (now: Design) => setSubject(now, { [key]: id === '' ? undefined : id }));
  return (
    <Group title={t('policies.who')}>
      <Question title={t('policies.qApplicant')}>
        {(id) => (
          <Radio.Group
            aria-labelledby={id}
            optionType="button"
            value={applicant}
            onChange={(event) => {
              const next = APPLICANTS.find((kind) => kind === event.target.value);
              if (next)
                edit(t('policies.editApplicant'), (now) => ({ ...now, parties: { ...now.parties, applicant: next } }));
            }}
            options={APPLICANTS.map((kind) => ({ value: kind, label: t(`policies.${kind}`) }))}
          />
        )}
      </Question>
      <Question title={t('policies.qSubject')}>
        {(id) => (
          <Radio.Group
            aria-labelledby={id}
            optionType="button"
            value={subject.kind}
            onChange={(event) => {
              const kind = (['person', 'body', 'project'] as const).find((one) => one === event.target.value);
              if (kind) edit(t('policies.editSubject'), (now) => setSubject(now, { kind }));
            }}
            options={[
              { value: 'person', label: t('policies.subjectPerson') },
              { value: 'body', label: t('policies.subjectBody') },
              { value: 'project', label: t('policies.subjectProject') },
            ]}
          />
        )}
      </Question>
      <Question title={t('policies.qKey')} help={keys.length === 0 ? t('policies.keyEmpty') : t('policies.keyHelp')}>
        {(id) => (
          <Select
            aria-labelledby={id}
            value={subject.keyField ?? ''}
            onChange={pick('keyField')}
            options={[
              { value: '', label: t('policies.keyNone') },
              ...keys.map((field) => ({ value: field.id, label: field.name })),
            ]}
          />
        )}
      </Question>
      <Question title={t('policies.qName')} help={t('policies.nameHelp')}>
        {(id) => (
          <Select
            aria-labelledby={id}
            value={subject.nameField ?? ''}
            onChange={pick('nameField')}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: t('policies.nameNone') },
              ...names.map((field) => ({ value: field.id, label: field.name })),
            ]}
          />
        )}
      </Question>
    </Group>
  );
}

/** The questions about a role: its name, which office it is, where its row stands. */
import type { Lane, Party } from '@tongban/shared/document';
import { Button, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDirectory } from '../directory.ts';
import { DraftText } from '../form/parts/DraftInput.tsx';
import { changeLane, dropLane, moveLane } from '../flow/lane-edits.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { partyText } from '../words.ts';
import { Ask, Part } from './Ask.tsx';
import styles from './inspector.module.css';

export function LaneQuestions({ lane }: { readonly lane: Lane }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design, edit, readOnly } = useStudio();
  const { selectLane } = useStudioUi();
  const directory = useDirectory();
  const steps = Object.values(design.flow.nodes).filter((node) => node.lane === lane.id).length;
  const parties: Party[] = [
    { kind: 'applicant' },
    { kind: 'applicantSuperior' },
    { kind: 'several' },
    ...directory.types.map((type): Party => ({ kind: 'department', type: type.id, level: 'same' })),
  ];
  const current = JSON.stringify(lane.party.kind === 'department' ? { ...lane.party, level: 'same' } : lane.party);
  const setParty = (party: Party): void => edit(t('editRole'), (now) => changeLane(now, lane.id, { party }));
  return (
    <>
      <Ask name="what" title={t('roleName')} open>
        <Part label={t('name')}>
          {(id) => (
            <DraftText
              value={lane.name}
              keepFilled
              labelledBy={id}
              onCommit={(name) => edit(t('editRename'), (now) => changeLane(now, lane.id, { name }))}
            />
          )}
        </Part>
      </Ask>
      <Ask name="who" title={t('roleWho')} open>
        <Select
          value={current}
          aria-label={t('roleWho')}
          disabled={readOnly}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={parties.map((party) => ({
            value: JSON.stringify(party),
            label:
              party.kind === 'department' ? directory.typeName(party.type) : partyText(t, party, directory.typeName),
          }))}
          onChange={(value) => {
            const party = parties.find((one) => JSON.stringify(one) === value);
            if (party) setParty(party);
          }}
        />
        {lane.party.kind === 'department' ? (
          <Radio.Group
            aria-label={t('roleLevel')}
            value={lane.party.level}
            disabled={readOnly}
            className={styles.stack}
            options={[
              { value: 'same', label: t('levelSame') },
              { value: 'upper', label: t('levelUpper') },
            ]}
            onChange={(event) => {
              const level = event.target.value === 'upper' ? 'upper' : 'same';
              if (lane.party.kind === 'department') setParty({ ...lane.party, level });
            }}
          />
        ) : null}
        <p className={styles.hint}>{t('roleBinds')}</p>
      </Ask>
      <Ask name="row" title={t('roleRow')} open>
        <div className={styles.line}>
          <Button size="small" onClick={() => edit(t('editLaneMove'), (now) => moveLane(now, lane.id, -1))}>
            {t('rowUp')}
          </Button>
          <Button size="small" onClick={() => edit(t('editLaneMove'), (now) => moveLane(now, lane.id, 1))}>
            {t('rowDown')}
          </Button>
          <span className={styles.stretch} />
          <Button
            size="small"
            onClick={() => {
              edit(t('editLaneRemove'), (now) => dropLane(now, lane.id));
              selectLane(null);
            }}
          >
            {t('roleRemove')}
          </Button>
        </div>
        {steps > 0 ? <p className={styles.hint}>{t('roleSteps', { count: steps })}</p> : null}
      </Ask>
    </>
  );
}

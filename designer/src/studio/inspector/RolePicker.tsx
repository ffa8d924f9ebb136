/** 谁来做: a role that is drawn already, or a new one by department type. Found by typing. */
import { sorted, type Party } from '@tongban/shared/document';
import { Select } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDirectory } from '../directory.ts';
import { laneOfParty } from '../flow/lane-edits.ts';
import { useStudio } from '../store/index.tsx';
import { partyText } from '../words.ts';

interface RolePickerProps {
  /** Lane id, or null. */
  readonly value: string | null;
  readonly onLane: (lane: string) => void;
  readonly onRole: (party: Party, name: string) => void;
  readonly label: string;
  readonly placeholder?: string;
  /** Offer the lanes that are there; without them only what would be new. */
  readonly lanes?: boolean;
  readonly several?: boolean;
  readonly disabled?: boolean;
  /** Unfolds at once: for a picker that was itself asked for. */
  readonly defaultOpen?: boolean;
}

interface RoleOption {
  readonly value: string;
  readonly label: string;
  readonly party?: Party;
}

export function RolePicker(props: RolePickerProps): ReactNode {
  const {
    value,
    onLane,
    onRole,
    label,
    placeholder,
    lanes = true,
    several = true,
    disabled = false,
    defaultOpen = false,
  } = props;
  const { t } = useTranslation('studio-flow');
  const { design } = useStudio();
  const directory = useDirectory();
  const groups = useMemo(() => {
    const fixed: Party[] = [
      { kind: 'applicant' },
      { kind: 'applicantSuperior' },
      ...(several ? [{ kind: 'several' } as const] : []),
    ];
    const parties: Party[] = [
      ...fixed,
      ...directory.types.map((type): Party => ({ kind: 'department', type: type.id, level: 'same' })),
    ];
    const fresh = parties
      .filter((party) => laneOfParty(design, party) === undefined)
      .map((party): RoleOption => {
        const name =
          party.kind === 'department' ? directory.typeName(party.type) : partyText(t, party, directory.typeName);
        return { value: `new:${JSON.stringify(party)}`, label: name, party };
      });
    const drawn = sorted(design.flow.lanes)
      .filter((lane) => several || lane.party.kind !== 'several' || lane.id === value)
      .map((lane): RoleOption => ({
        value: lane.id,
        label: lane.name || partyText(t, lane.party, directory.typeName),
      }));
    return { drawn, fresh };
  }, [design, directory, several, value, t]);
  const options = [
    ...(lanes && groups.drawn.length > 0 ? [{ label: t('rolesDrawn'), options: groups.drawn }] : []),
    ...(groups.fresh.length > 0 ? [{ label: t('rolesNew'), options: groups.fresh }] : []),
  ];
  return (
    <Select<string>
      value={value ?? undefined}
      placeholder={placeholder ?? t('chooseRole')}
      aria-label={label}
      disabled={disabled}
      defaultOpen={defaultOpen}
      autoFocus={defaultOpen}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      popupMatchSelectWidth={240}
      style={{ width: '100%' }}
      notFoundContent={t('nothingFound')}
      onChange={(chosen) => {
        const fresh = groups.fresh.find((option) => option.value === chosen);
        if (fresh?.party) onRole(fresh.party, fresh.label);
        else onLane(chosen);
      }}
    />
  );
}

/** What a region does differently: hours of its own, days off and on. Looked at, then put into effect. */
import type { CalendarChange, RegionCalendarRow } from '@tongban/runtime/api';
import { Alert, Button, Drawer, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureWords } from '../../app/words.ts';
import styles from './calendar.module.css';
import { ChangePreview } from './ChangePreview.tsx';
import { DaysEditor } from './DaysEditor.tsx';
import { HoursEditor } from './HoursEditor.tsx';
import { useHoursText } from './texts.ts';
import { useChange } from './use-change.ts';

type Rules = Extract<CalendarChange, { kind: 'region' }>;

interface RulesDrawerProps {
  readonly region: RegionCalendarRow;
  readonly regions: readonly RegionCalendarRow[];
  readonly onClose: () => void;
}

/** Hours that nearly all offices keep, where no region says otherwise. */
const USUAL = {
  hours: [
    { from: 510, to: 720 },
    { from: 840, to: 1050 },
  ],
};

export function RulesDrawer({ region, regions, onClose }: RulesDrawerProps) {
  const { t } = useTranslation('calendar');
  const words = useFailureWords();
  const hoursText = useHoursText();
  const change = useChange(onClose);
  const [rules, setRules] = useState<Rules>({
    kind: 'region',
    region: region.id,
    office: region.office,
    days: region.days,
  });
  const set = (part: Partial<Rules>) => {
    setRules({ ...rules, ...part });
    change.forget();
  };
  const parent = regions.find((row) => row.id === region.parent);
  const inherited = parent?.inForce ?? USUAL;
  const from = parent === undefined ? t('hoursUsual') : (parent.name ?? t('wholeInstallation'));
  return (
    <Drawer open size={640} title={t('rulesTitle', { name: region.name ?? t('wholeInstallation') })} onClose={onClose}>
      <div className={styles.form}>
        <fieldset className={styles.group}>
          <legend>{t('officeRule')}</legend>
          <Radio.Group
            value={rules.office !== null}
            onChange={(event) => set({ office: event.target.value === true ? (region.office ?? inherited) : null })}
            options={[
              { value: false, label: t('inherit', { name: from, hours: hoursText(inherited) }) },
              { value: true, label: t('own') },
            ]}
            className={styles.choices}
          />
          {rules.office === null ? null : <HoursEditor office={rules.office} onChange={(office) => set({ office })} />}
        </fieldset>
        <DaysEditor days={rules.days} onChange={(days) => set({ days })} />
        {change.error ? <Alert type="error" showIcon title={words(change.error)} /> : null}
        <div className={styles.tools}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="primary"
            ghost={change.seen !== undefined}
            loading={change.looking}
            onClick={() => change.look(rules)}
          >
            {t('look')}
          </Button>
        </div>
        {change.seen === undefined ? null : <ChangePreview change={change} seen={change.seen} />}
      </div>
    </Drawer>
  );
}

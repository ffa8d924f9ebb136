/** Administration: people, offices, the working calendar, the registers. */
import { useNavigate, useParams } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './admin.module.css';
import { CalendarPart } from './calendar/CalendarPart.tsx';
import { DepartmentsPart } from './DepartmentsPart.tsx';
import { PeoplePart } from './PeoplePart.tsx';
import { RegistersPart } from './RegistersPart.tsx';

const PARTS = ['people', 'departments', 'calendar', 'registers'] as const;

export function AdminPage() {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const { part } = useParams({ strict: false });
  const shown = PARTS.find((one) => one === part) ?? 'people';
  return (
    <div className={styles.page}>
      <h1>{t('title')}</h1>
      <Tabs
        activeKey={shown}
        onChange={(key) => void navigate({ to: '/admin/$part', params: { part: key } })}
        destroyOnHidden
        items={[
          { key: 'people', label: t('people'), children: <PeoplePart /> },
          { key: 'departments', label: t('departments'), children: <DepartmentsPart /> },
          { key: 'calendar', label: t('calendar'), children: <CalendarPart /> },
          { key: 'registers', label: t('registers'), children: <RegistersPart /> },
        ]}
      />
    </div>
  );
}

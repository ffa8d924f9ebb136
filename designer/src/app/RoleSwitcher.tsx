/**
 * Demo only: becomes another person in this tab. The case on screen stays open. Loaded as a chunk of its own, and only
 * when the server says demo.
 */
import { SwapOutlined } from '@ant-design/icons';
import { useNavigate, useLocation } from '@tanstack/react-router';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DemoCard, Me } from './api-types.ts';
import { caseInView } from './case-in-view.ts';
import { placeFor } from './places.ts';
import { enter, useOptions } from './session.ts';
import { useFailureWords } from './words.ts';
import styles from './RoleSwitcher.module.css';

export default function RoleSwitcher({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useFailureWords();
  const cards = useOptions()?.cards ?? [];
  const navigate = useNavigate();
  const location = useLocation();
  const [busy, setBusy] = useState(false);

  const become = async (card: DemoCard) => {
    const caseId = caseInView(location.pathname, location.search);
    setBusy(true);
    try {
      await enter(card.id);
      await navigate(placeFor(card.audience, caseId));
    } catch (error) {
      message.error(words(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        className: styles.menu,
        selectedKeys: cards.filter((card) => card.person === me.person).map((card) => card.id),
        items: [
          { key: 'help', type: 'group', label: t('switchRoleHelp') },
          ...cards.map((card) => ({
            key: card.id,
            label: (
              <span className={styles.card}>
                <span>{card.department || card.name}</span>
                <span className={styles.title}>
                  {card.title} · {card.name}
                </span>
              </span>
            ),
          })),
        ],
        onClick: ({ key }) => {
          const card = cards.find((one) => one.id === key);
          if (card !== undefined) void become(card);
        },
      }}
    >
      <Button loading={busy} icon={<SwapOutlined aria-hidden />} aria-label={t('switchRole')}>
        <span className={styles.wide}>{me.department?.name ?? me.name}</span>
      </Button>
    </Dropdown>
  );
}

/** The few tools at the corner of the selected field. Deleting asks nothing: undo brings it back. */
import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined, SwapOutlined } from '@ant-design/icons';
import type { Field } from '@tongban/shared/document';
import { Button, Dropdown, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../store/index.tsx';
import { useBuilderActions } from './builder.ts';
import styles from './builder.module.css';
import { sectionsOf } from './placement.ts';

export function FieldTools({ field }: { readonly field: Field }) {
  const { t } = useTranslation('studio-form');
  const { actions } = useBuilderActions();
  const { design } = useStudio();
  const others = sectionsOf(design).filter((section) => section.id !== field.section);
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('form.tools', { name: field.name })}>
      <Tool label={t('form.up')} icon={<ArrowUpOutlined aria-hidden />} onClick={() => actions.step(field.id, -1)} />
      <Tool label={t('form.down')} icon={<ArrowDownOutlined aria-hidden />} onClick={() => actions.step(field.id, 1)} />
      {others.length > 0 ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: others.map((section) => ({ key: section.id, label: section.name })),
            onClick: ({ key }) => actions.toSection(field.id, key),
          }}
        >
          <Button
            size="small"
            type="text"
            icon={<SwapOutlined aria-hidden />}
            aria-label={t('form.toSection')}
            title={t('form.toSection')}
          />
        </Dropdown>
      ) : null}
      <Tool label={t('form.copy')} icon={<CopyOutlined aria-hidden />} onClick={() => actions.copy(field.id)} />
      <Tool label={t('form.remove')} icon={<DeleteOutlined aria-hidden />} onClick={() => actions.remove(field.id)} />
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
}
function Tool({ label, icon, onClick }: ToolProps) {
  return (
    <Tooltip title={label}>
      <Button size="small" type="text" icon={icon} aria-label={label} onClick={onClick} />
    </Tooltip>
  );
}

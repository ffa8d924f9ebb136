/** 看到什么: who sees and fills what at one step, field by field or a whole section at once; per body of a dispatch. */
import { sorted, type Access, type Design, type Field, type NodeOf } from '@tongban/shared/document';
import { Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { accessAt } from '../form/access.ts';
import { sectionsOf } from '../form/placement.ts';
import { useStudio } from '../store/index.tsx';
import { accessSummary } from './access-summary.ts';
import { withAccess, type WorkNode } from './edits.ts';
import styles from './inspector.module.css';

const INHERIT = 'inherit';
const MIXED = 'mixed';

interface AccessDialogProps {
  readonly node: WorkNode | NodeOf<'start'>;
  readonly onClose: () => void;
}

export function AccessDialog({ node, onClose }: AccessDialogProps): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design, edit, readOnly } = useStudio();
  const [body, setBody] = useState<string | null>(null);
  const place = body === null ? node.id : `${node.id}/${body}`;
  const levels: readonly Access[] =
    node.kind === 'dispatch' ? ['hidden', 'read', 'write', 'required', 'own'] : ['hidden', 'read', 'write', 'required'];
  const set = (fields: readonly string[], value: string): void => {
    const access = levels.find((level) => level === value) ?? null;
    edit(t('editAccess'), (now) => withAccess(now, fields, place, access));
  };
  const bodies = node.kind === 'dispatch' ? sorted(node.bodies) : [];
  const { seen, written } = accessSummary(design, place);
  return (
    <Modal open title={t('accessTitle', { name: node.name })} footer={null} onCancel={onClose} width={720} centered>
      <div className={styles.accessHead}>
        <span className="tabular">{t('accessSummary', { seen, written })}</span>
        {bodies.length > 0 ? (
          <Select
            value={body ?? ''}
            aria-label={t('accessFor')}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: t('accessAllBodies', { count: bodies.length }) },
              ...bodies.map((one) => ({ value: one.id, label: one.name })),
            ]}
            onChange={(value) => setBody(value === '' ? null : value)}
          />
        ) : null}
      </div>
      <div className={styles.accessScroll}>
        <table className={styles.access}>
          <thead>
            <tr>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('source')}</th>
              <th scope="col">{t('atThisStep')}</th>
            </tr>
          </thead>
          {sectionsOf(design).map((section) => {
            const fields = sorted(design.form.fields).filter((field) => field.section === section.id);
            if (fields.length === 0) return null;
            return (
              <tbody key={section.id}>
                <tr className={styles.sectionRow}>
                  <th scope="rowgroup" colSpan={2}>
                    {section.name || t('unnamed')}
                  </th>
                  <td>
                    <Level
                      label={t('wholeSection', { name: section.name })}
                      value={sectionLevel(fields, place)}
                      levels={levels}
                      mixed
                      disabled={readOnly}
                      onChange={(value) =>
                        set(
                          fields.map((field) => field.id),
                          value,
                        )
                      }
                    />
                  </td>
                </tr>
                {fields.map((field) => (
                  <tr key={field.id}>
                    <td className={styles.fieldName}>{field.name || t('unnamed')}</td>
                    <td className={styles.quiet}>{t(`source_${field.source.type}`)}</td>
                    <td>
                      <Level
                        label={field.name}
                        value={field.access[place] ?? INHERIT}
                        inherited={inheritedAt(design, field, place)}
                        levels={levels}
                        disabled={readOnly}
                        onChange={(value) => set([field.id], value)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            );
          })}
        </table>
      </div>
    </Modal>
  );
}

/** What would hold without an entry for this place. */
function inheritedAt(design: Design, field: Field, place: string): Access {
  const access = Object.fromEntries(Object.entries(field.access).filter(([key]) => key !== place));
  return accessAt(design, { ...field, access }, place);
}

function sectionLevel(fields: readonly Field[], place: string): string {
  const levels = new Set(fields.map((field) => field.access[place] ?? INHERIT));
  const [only] = levels;
  return levels.size === 1 && only !== undefined ? only : MIXED;
}

interface LevelProps {
  readonly label: string;
  readonly value: string;
  readonly levels: readonly Access[];
  readonly inherited?: Access;
  readonly mixed?: boolean;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}

function Level({ label, value, levels, inherited, mixed = false, disabled, onChange }: LevelProps): ReactNode {
  const { t } = useTranslation('studio-flow');
  const inherit = inherited ? t('accessInherited', { access: t(`access_${inherited}`) }) : t('accessInherit');
  return (
    <Select
      size="small"
      value={value}
      aria-label={label}
      disabled={disabled}
      className={value === INHERIT || value === MIXED ? styles.levelQuiet : styles.level}
      options={[
        { value: INHERIT, label: inherit },
        ...levels.map((level) => ({ value: level, label: t(`access_${level}`) })),
        ...(mixed && value === MIXED ? [{ value: MIXED, label: t('accessMixed'), disabled: true }] : []),
      ]}
      onChange={onChange}
    />
  );
}

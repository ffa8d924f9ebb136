/** Materials as a table of questions: basis, issuer, free of submission and why, and where it is uploaded. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { sorted, type Design } from '@tongban/shared/document';
import { Button, Segmented, Select, Tooltip } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsInOrder } from '../form/placement.ts';
import { DraftText } from '../form/parts/DraftInput.tsx';
import { Mark } from '../form/parts/Question.tsx';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import {
  addMaterial,
  changeMaterial,
  giveUploadField,
  materialFigures,
  removeMaterial,
  stepMaterial,
  type Material,
} from './edits.ts';
import styles from './materials.module.css';

const NEW_FIELD = '+';

export function MaterialsTable() {
  const { t } = useTranslation('studio-form');
  const { design, edit, newId, readOnly } = useStudio();
  const materials = sorted(design.materials);
  const figures = materialFigures(design);
  const add = () => edit(t('materials.editAdd'), (now) => addMaterial(now, newId('mat'), t('materials.newName')));
  return (
    <section className={styles.block} aria-labelledby="materials-title">
      <header>
        <h3 id="materials-title">{t('materials.title')}</h3>
        <span className="tabular">
          {t('materials.count', { count: figures.all, exempt: figures.exempt, upload: figures.upload })}
        </span>
      </header>
      <p className={styles.intro}>{t('materials.intro')}</p>
      {materials.length === 0 ? (
        <div className={styles.empty}>
          <strong>{t('materials.empty')}</strong>
          <span>{t('materials.emptyHint')}</span>
        </div>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('materials.name')}</th>
                <th scope="col">{t('materials.basis')}</th>
                <th scope="col">{t('materials.issuer')}</th>
                <th scope="col">{t('materials.exempt')}</th>
                <th scope="col">
                  {t('materials.field')} / {t('materials.reason')}
                </th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {materials.map((material, index) => (
                <Row
                  key={material.id}
                  material={material}
                  design={design}
                  first={index === 0}
                  last={index === materials.length - 1}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Button icon={<PlusOutlined aria-hidden />} onClick={add} disabled={readOnly}>
        {t('materials.add')}
      </Button>
    </section>
  );
}

interface RowProps {
  readonly material: Material;
  readonly design: Design;
  readonly first: boolean;
  readonly last: boolean;
}

function Row({ material, design, first, last }: RowProps) {
  const { t } = useTranslation('studio-form');
  const { edit, newId, readOnly } = useStudio();
  const { revealed } = useStudioUi();
  const row = useRef<HTMLTableRowElement>(null);
  const { id, name } = material;
  const wanted = revealed?.element.kind === 'material' && revealed.element.id === id ? revealed.at : null;
  useEffect(() => {
    if (wanted !== null) row.current?.scrollIntoView({ block: 'center' });
  }, [wanted]);
  const change = (next: Partial<Omit<Material, 'id'>>) =>
    edit(t('materials.editChange'), (now) => changeMaterial(now, id, next));
  const text = (key: 'legalBasis' | 'issuer' | 'exemptReason') => (value: string) =>
    change({ [key]: value === '' ? undefined : value });
  return (
    <tr ref={row} className={wanted === null ? undefined : styles.revealed}>
      <td className={styles.nameCell}>
        <DraftText
          value={name}
          keepFilled
          label={t('materials.name')}
          onCommit={(next) => change({ name: next })}
          disabled={readOnly}
        />
      </td>
      <td>
        <DraftText
          value={material.legalBasis ?? ''}
          label={`${name} ${t('materials.basis')}`}
          onCommit={text('legalBasis')}
          disabled={readOnly}
        />
        {material.legalBasis ? null : <Mark tone="soon">{t('materials.noBasis')}</Mark>}
      </td>
      <td>
        <DraftText
          value={material.issuer ?? ''}
          label={`${name} ${t('materials.issuer')}`}
          onCommit={text('issuer')}
          disabled={readOnly}
        />
      </td>
      <td>
        <Segmented
          size="small"
          aria-label={`${name} ${t('materials.exempt')}`}
          value={material.exempt ? 'yes' : 'no'}
          disabled={readOnly}
          onChange={(value) => change({ exempt: value === 'yes' })}
          options={[
            { value: 'no', label: t('materials.exemptNo') },
            { value: 'yes', label: t('materials.exemptYes') },
          ]}
        />
      </td>
      <td>
        {material.exempt ? (
          <>
            <DraftText
              value={material.exemptReason ?? ''}
              label={`${name} ${t('materials.reason')}`}
              placeholder={t('materials.reasonHint')}
              onCommit={text('exemptReason')}
              disabled={readOnly}
            />
            {material.exemptReason ? null : <Mark tone="soon">{t('materials.noReason')}</Mark>}
          </>
        ) : (
          <UploadField material={material} design={design} change={change} newId={newId} />
        )}
      </td>
      <td className={styles.actions}>
        <Tooltip title={t('materials.up', { name })}>
          <Button
            size="small"
            type="text"
            icon={<ArrowUpOutlined aria-hidden />}
            aria-label={t('materials.up', { name })}
            disabled={first || readOnly}
            onClick={() => edit(t('materials.editMove'), (now) => stepMaterial(now, id, -1))}
          />
        </Tooltip>
        <Tooltip title={t('materials.down', { name })}>
          <Button
            size="small"
            type="text"
            icon={<ArrowDownOutlined aria-hidden />}
            aria-label={t('materials.down', { name })}
            disabled={last || readOnly}
            onClick={() => edit(t('materials.editMove'), (now) => stepMaterial(now, id, 1))}
          />
        </Tooltip>
        <Tooltip title={t('materials.remove', { name })}>
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('materials.remove', { name })}
            disabled={readOnly}
            onClick={() => edit(t('materials.editRemove'), (now) => removeMaterial(now, id))}
          />
        </Tooltip>
      </td>
    </tr>
  );
}

interface UploadFieldProps {
  readonly material: Material;
  readonly design: Design;
  readonly change: (next: Partial<Omit<Material, 'id'>>) => void;
  readonly newId: (prefix: string) => string;
}

function UploadField({ material, design, change, newId }: UploadFieldProps) {
  const { t } = useTranslation('studio-form');
  const { edit, readOnly } = useStudio();
  const files = fieldsInOrder(design).filter((field) => field.kind === 'file');
  return (
    <>
      <Select
        style={{ width: '100%' }}
        aria-label={`${material.name} ${t('materials.field')}`}
        value={material.field ?? ''}
        disabled={readOnly}
        popupMatchSelectWidth={false}
        onChange={(value) => {
          if (value === NEW_FIELD) {
            edit(t('materials.editChange'), (now) => giveUploadField(now, material.id, newId('f')));
          } else change({ field: value === '' ? undefined : value });
        }}
        options={[
          { value: '', label: t('materials.noField') },
          ...files.map((field) => ({ value: field.id, label: field.name })),
          ...(Object.keys(design.form.sections).length > 0
            ? [{ value: NEW_FIELD, label: t('materials.newField') }]
            : []),
        ]}
      />
      {material.field ? null : <Mark tone="soon">{t('materials.needsField')}</Mark>}
    </>
  );
}

/** Items of the scenario: picked from the catalog by search, one leading, each with the office that handles it. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { sorted, type Design } from '@tongban/shared/document';
import { Button, Radio, Select, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../form/parts/Question.tsx';
import { useStudio } from '../store/index.tsx';
import { addItem, changeItem, lead, removeItem, type ItemRef } from './edits.ts';
import { ItemPicker } from './ItemPicker.tsx';
import styles from './materials.module.css';

export function ItemsTable() {
  const { t } = useTranslation('studio-form');
  const { design, edit, newId, readOnly } = useStudio();
  const [picking, setPicking] = useState(false);
  const items = sorted(design.items);
  const leads = items.filter((ref) => ref.role === 'lead').length;
  return (
    <section className={styles.block} aria-labelledby="items-title">
      <header>
        <h3 id="items-title">{t('items.title')}</h3>
        {items.length > 0 && leads === 0 ? <Mark tone="soon">{t('items.noLead')}</Mark> : null}
        {leads > 1 ? <Mark tone="soon">{t('items.manyLeads')}</Mark> : null}
      </header>
      <p className={styles.intro}>{t('items.intro')}</p>
      {items.length === 0 ? (
        <div className={styles.empty}>
          <strong>{t('items.empty')}</strong>
          <span>{t('items.emptyHint')}</span>
        </div>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('items.title')}</th>
                <th scope="col">{t('items.role')}</th>
                <th scope="col">{t('items.office')}</th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {items.map((ref) => (
                <Row key={ref.id} item={ref} design={design} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => setPicking(true)} disabled={readOnly}>
        {t('items.add')}
      </Button>
      {picking ? (
        <ItemPicker
          used={new Set(items.map((ref) => ref.item))}
          onPick={(item) => edit(t('items.editAdd'), (now) => addItem(now, newId('item'), item))}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </section>
  );
}

function Row({ item, design }: { readonly item: ItemRef; readonly design: Design }) {
  const { t } = useTranslation('studio-form');
  const { edit, context, readOnly } = useStudio();
  const known = context.items[item.item];
  const name = known?.name ?? t('items.unknown');
  const lanes = sorted(design.flow.lanes).filter((lane) => lane.party.kind !== 'several');
  return (
    <tr>
      <td>
        <div>{name}</div>
        <div className={styles.small}>
          <span className="tabular">{t('items.version', { version: item.version })}</span>
          {known && known.version !== item.version ? (
            <>
              <Mark tone="soon">{t('items.drift', { version: known.version })}</Mark>
              <Button
                size="small"
                type="link"
                disabled={readOnly}
                onClick={() =>
                  edit(t('items.editVersion'), (now) => changeItem(now, item.id, { version: known.version }))
                }
              >
                {t('items.adopt', { version: known.version })}
              </Button>
            </>
          ) : null}
          {known ? null : <Mark tone="wrong">{t('items.unknown')}</Mark>}
        </div>
      </td>
      <td>
        <Radio
          checked={item.role === 'lead'}
          disabled={readOnly}
          aria-label={`${name} ${t('items.lead')}`}
          onChange={() => edit(t('items.editRole'), (now) => lead(now, item.id))}
        >
          {item.role === 'lead' ? t('items.lead') : t('items.co')}
        </Radio>
      </td>
      <td>
        <Select
          style={{ width: '100%' }}
          aria-label={`${name} ${t('items.office')}`}
          value={item.lane ?? ''}
          disabled={readOnly}
          popupMatchSelectWidth={false}
          onChange={(value) =>
            edit(t('items.editOffice'), (now) => changeItem(now, item.id, { lane: value === '' ? undefined : value }))
          }
          options={[
            { value: '', label: t('items.anyOffice') },
            ...lanes.map((lane) => ({ value: lane.id, label: lane.name })),
          ]}
        />
      </td>
      <td className={styles.actions}>
        <Tooltip title={t('items.remove', { name })}>
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('items.remove', { name })}
            disabled={readOnly}
            onClick={() => edit(t('items.editRemove'), (now) => removeItem(now, item.id))}
          />
        </Tooltip>
      </td>
    </tr>
  );
}

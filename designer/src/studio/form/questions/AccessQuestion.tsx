/** 谁能看能填: a row per step and office; what is inherited is grey and can be overridden, bodies of a dispatch unfold. */
import type { Access, Field } from '@tongban/shared/document';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/index.tsx';
import { accessAt, inheritedAccess, placesOf, type Place } from '../access.ts';
import { useBuilderActions } from '../builder.ts';
import styles from './questions.module.css';

const LEVELS: readonly Access[] = ['hidden', 'read', 'write', 'required', 'own'];
/** A select needs a value for "nothing of its own". */
const INHERIT = '';
type Choice = Access | typeof INHERIT;

export function AccessQuestion({ field }: { readonly field: Field }) {
  const { t } = useTranslation('studio-form');
  const { design } = useStudio();
  const [open, setOpen] = useState<string | null>(null);
  const places = placesOf(design);
  if (places.length === 0) return <p className={styles.hint}>{t('form.accessNoSteps')}</p>;
  const rows = places.filter((place) => place.element === null || place.node === open);
  return (
    <table className={styles.access}>
      <thead>
        <tr>
          <th scope="col">{t('form.accessWho')}</th>
          <th scope="col">{t('form.accessWhat')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((place) => (
          <tr key={place.id} className={place.element === null ? undefined : styles.body}>
            <th scope="row">
              <div>{place.office || place.name}</div>
              {place.element === null && place.office ? <div className={styles.stepName}>{place.name}</div> : null}
              {place.kind === 'dispatch' && place.element === null ? (
                <Button
                  size="small"
                  type="link"
                  className={styles.unfold}
                  aria-expanded={open === place.node}
                  onClick={() => setOpen(open === place.node ? null : place.node)}
                >
                  {open === place.node ? t('form.bodiesFold') : t('form.bodiesUnfold')}
                </Button>
              ) : null}
            </th>
            <td>
              <AccessSelect field={field} place={place} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AccessSelect({ field, place }: { readonly field: Field; readonly place: Place }) {
  const { t } = useTranslation('studio-form');
  const { design, readOnly } = useStudio();
  const { actions } = useBuilderActions();
  const stated = field.access[place.id];
  const inherited = inheritedAccess(design, field, place.id);
  const levels = LEVELS.filter((level) => {
    if (field.kind === 'note') return level === 'hidden' || level === 'read';
    return level !== 'own' || place.kind === 'dispatch' || accessAt(design, field, place.id) === 'own';
  });
  return (
    <Select<Choice>
      size="small"
      aria-label={t('form.accessOf', { who: place.office || place.name })}
      value={stated ?? INHERIT}
      disabled={readOnly}
      popupMatchSelectWidth={false}
      className={stated === undefined ? styles.inherited : undefined}
      style={{ width: '100%' }}
      onChange={(value) => actions.access(field.id, place.id, value === INHERIT ? null : value)}
      options={[
        { value: INHERIT, label: t('form.accessInherited', { level: t(`form.access.${inherited}`) }) },
        ...levels.map((level) => ({ value: level, label: t(`form.access.${level}`) })),
      ]}
    />
  );
}

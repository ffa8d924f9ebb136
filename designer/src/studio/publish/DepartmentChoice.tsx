/** Which departments get the version: suggested ones are ticked, the list is searched, all are ticked at once. */
import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './publish.module.css';
import { useClear } from '../../ui/use-clear.tsx';

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly suggested: boolean;
}

interface DepartmentChoiceProps {
  readonly candidates: readonly Candidate[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

export function DepartmentChoice({ candidates, chosen, onChange }: DepartmentChoiceProps) {
  const { t } = useTranslation('studio-form');
  const clear = useClear();
  const [search, setSearch] = useState('');
  const title = useId();
  const shown = candidates
    .filter((one) => one.name.includes(search.trim()))
    .sort((a, b) => Number(b.suggested) - Number(a.suggested));
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  const all = candidates.length > 0 && candidates.every((one) => chosen.has(one.id));
  return (
    <section aria-labelledby={title} className={styles.departments}>
      <header>
        <h3 id={title}>{t('publish.departments')}</h3>
        <span className="tabular">{t('publish.chosen', { count: chosen.size })}</span>
      </header>
      <p className={styles.hint}>{t('publish.departmentsHelp')}</p>
      <div className={styles.departmentTools}>
        <Input
          allowClear={clear}
          size="small"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          placeholder={t('publish.search')}
          aria-label={t('publish.search')}
        />
        <Button
          size="small"
          onClick={() => onChange(all ? new Set() : new Set(candidates.map((one) => one.id)))}
          disabled={candidates.length === 0}
        >
          {all ? t('publish.noneAll') : t('publish.all')}
        </Button>
        <Button
          size="small"
          onClick={() => onChange(new Set(candidates.filter((one) => one.suggested).map((one) => one.id)))}
          disabled={!candidates.some((one) => one.suggested)}
        >
          {t('publish.suggested')}
        </Button>
      </div>
      <ul className={styles.candidates}>
        {shown.map((one) => (
          <li key={one.id}>
            <Checkbox checked={chosen.has(one.id)} onChange={(event) => toggle(one.id, event.target.checked)}>
              {one.name}
            </Checkbox>
            {one.suggested ? <span className={styles.hint}>{t('publish.inFlow')}</span> : null}
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className={styles.hint}>{t('publish.noDepartments')}</p> : null}
    </section>
  );
}

/** 对比: the flow as it stands beside its variants, before the reform and the promise; one click takes a variant. */
import { DeleteOutlined, SaveOutlined } from '@ant-design/icons';
import { inDays } from '@tongban/shared/compiler';
import { adoptVariant, saveAsVariant, sorted, type Flow } from '@tongban/shared/document';
import { Button, Tooltip } from 'antd';
import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftText } from '../form/parts/DraftInput.tsx';
import { Mark } from '../form/parts/Question.tsx';
import { figuresNow } from '../policies/BaselineQuestions.tsx';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import styles from './compare.module.css';
import { removeVariant, renameVariant } from './edits.ts';
import { flowFigures, type FlowFigures } from './figures.ts';
import { Timeline } from './Timeline.tsx';

interface Column {
  /** Variant id; null: the flow as it stands. */
  readonly id: string | null;
  readonly name: string;
  readonly figures: FlowFigures;
}

export function ComparePanel() {
  const { t } = useTranslation('studio-form');
  const { design, edit, newId, context, compiled, readOnly } = useStudio();
  const { setTab } = useStudioUi();
  const settled = useDeferredValue(design);
  const columns = useMemo<readonly Column[]>(() => {
    const column = (id: string | null, name: string, flow: Flow) => ({
      id,
      name,
      figures: flowFigures(settled, flow, context),
    });
    return [
      column(null, t('compare.current'), settled.flow),
      ...sorted(settled.variants).map((variant) => column(variant.id, variant.name, variant.flow)),
    ];
  }, [settled, context, t]);
  const longest = Math.max(1, ...columns.map((column) => column.figures.days), settled.baseline.workdays ?? 0);
  const now = figuresNow(settled, compiled);
  const { promise } = settled.policies;
  const promised = promise ? inDays(promise) : null;

  const take = (column: Column) => {
    const id = column.id;
    if (id === null) return;
    const old = newId('var');
    edit(t('compare.editTake', { name: column.name }), (from) =>
      adoptVariant(from, id, { id: old, name: t('compare.oldName', { days: columns[0]?.figures.days ?? 0 }) }),
    );
    setTab('flow');
  };
  const save = () =>
    edit(t('compare.editSave'), (from) =>
      saveAsVariant(from, {
        id: newId('var'),
        name: t('compare.savedName', { number: Object.keys(from.variants).length + 1 }),
      }),
    );

  const row = (label: string, cell: (column: Column) => ReactNode, before: ReactNode = '') => (
    <tr>
      <th scope="row">{label}</th>
      <td className={styles.before}>{before === '' ? '–' : before}</td>
      {columns.map((column) => (
        <td key={column.id ?? 'current'} className={column.id === null ? styles.current : undefined}>
          {cell(column)}
        </td>
      ))}
    </tr>
  );
  const { baseline } = settled;
  return (
    <div className={styles.panel}>
      <div className={styles.page}>
        <header className={styles.head}>
          <div>
            <h3>{t('compare.title')}</h3>
            <p>{columns.length > 1 ? t('compare.intro') : t('compare.introAlone')}</p>
          </div>
          <Button icon={<SaveOutlined aria-hidden />} onClick={save} disabled={readOnly}>
            {t('compare.save')}
          </Button>
        </header>
        <div className={styles.scroll}>
          <table className={`${styles.table} tabular`}>
            <thead>
              <tr>
                <th scope="col" />
                <th scope="col" className={styles.before}>
                  {t('compare.before')}
                </th>
                {columns.map((column) => (
                  <th
                    scope="col"
                    key={column.id ?? 'current'}
                    className={column.id === null ? styles.current : undefined}
                  >
                    <ColumnHead column={column} onTake={() => take(column)} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {row(
                t('compare.days'),
                (column) =>
                  column.figures.steps === 0 ? (
                    <span className={styles.small}>{t('compare.noSteps')}</span>
                  ) : (
                    <>
                      <strong className={styles.big}>{t('compare.dayCount', { count: column.figures.days })}</strong>
                      <Change now={column.figures.days} before={baseline.workdays} />
                    </>
                  ),
                baseline.workdays === undefined ? '' : t('compare.dayCount', { count: baseline.workdays }),
              )}
              {promised === null
                ? null
                : row(t('compare.promise', { days: promised }), (column) => {
                    const spare = Math.round((promised - column.figures.days) * 100) / 100;
                    return (
                      <Mark tone={spare >= 0 ? 'good' : 'wrong'}>
                        {spare >= 0 ? t('compare.spare', { days: spare }) : t('compare.late', { days: -spare })}
                      </Mark>
                    );
                  })}
              {row(t('compare.steps'), (column) => t('compare.stepCount', { count: column.figures.steps }))}
              {row(t('compare.width'), (column) =>
                column.figures.width === null
                  ? t('compare.unknown')
                  : t('compare.officeCount', { count: column.figures.width }),
              )}
              {row(t('compare.sum'), (column) => t('compare.dayCount', { count: column.figures.sumDays }))}
              {row(
                t('compare.fields'),
                () => t('compare.fieldCount', { count: now.fields }),
                baseline.fields === undefined ? '' : t('compare.fieldCount', { count: baseline.fields }),
              )}
              {row(
                t('compare.materials'),
                () => t('compare.materialCount', { count: now.materials }),
                baseline.materials === undefined ? '' : t('compare.materialCount', { count: baseline.materials }),
              )}
              {row(
                t('compare.visits'),
                () => t('compare.timeCount', { count: now.visits }),
                baseline.visits === undefined ? '' : t('compare.timeCount', { count: baseline.visits }),
              )}
              {row(t('compare.problems'), (column) =>
                column.figures.errors === 0 ? (
                  <Mark tone="good">{t('compare.sound')}</Mark>
                ) : (
                  <Mark tone="wrong">{t('compare.errors', { count: column.figures.errors })}</Mark>
                ),
              )}
              {row(t('compare.course'), (column) => (
                <Timeline bars={column.figures.bars} days={longest} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </div>
  );
}

function ColumnHead({ column, onTake }: { readonly column: Column; readonly onTake: () => void }) {
  const { t } = useTranslation('studio-form');
  const { edit, readOnly } = useStudio();
  const { id, name } = column;
  if (id === null) return <span className={styles.name}>{name}</span>;
  return (
    <div className={styles.columnHead}>
      <DraftText
        value={name}
        keepFilled
        label={t('compare.name')}
        disabled={readOnly}
        onCommit={(next) => edit(t('compare.editRename'), (from) => renameVariant(from, id, next))}
      />
      <div className={styles.columnTools}>
        <Button size="small" type="primary" ghost onClick={onTake} disabled={readOnly}>
          {t('compare.take')}
        </Button>
        <Tooltip title={t('compare.remove', { name })}>
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('compare.remove', { name })}
            disabled={readOnly}
            onClick={() => edit(t('compare.editRemove'), (from) => removeVariant(from, id))}
          />
        </Tooltip>
      </div>
    </div>
  );
}

function Change({ now, before }: { readonly now: number; readonly before: number | undefined }) {
  const { t } = useTranslation('studio-form');
  if (before === undefined || before === 0 || now === before) return null;
  const percent = Math.round(Math.abs(1 - now / before) * 100);
  return (
    <div className={styles.small}>
      {now < before ? t('compare.shorter', { percent }) : t('compare.longer', { percent })}
    </div>
  );
}

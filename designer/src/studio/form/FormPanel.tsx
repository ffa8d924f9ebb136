/** The form builder: kinds and dictionary on the left, the applicant's page in the middle, its questions on the right. */
import { DesktopOutlined, FileTextOutlined, MobileOutlined } from '@ant-design/icons';
import type { Diagnostic } from '@tongban/shared/compiler';
import type { Access, Field } from '@tongban/shared/document';
import type { Value } from '@tongban/shared/kernel';
import { Button, Segmented, Select } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PreviewPanel } from '../preview/PreviewPanel.tsx';
import { readSamples } from '../preview/samples.ts';
import { useSampleSetting } from '../preview/use-sample-setting.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { accessAt, viewersOf } from './access.ts';
import { BuilderActionsContext, useBuilder } from './builder.ts';
import styles from './builder.module.css';
import { formFigures } from './figures.ts';
import { FormSheet, type Device } from './FormSheet.tsx';
import { Palette } from './Palette.tsx';
import { placeLabel } from './place-label.ts';
import { Questions } from './questions/Questions.tsx';
import { focusCard } from './FieldCard.tsx';
import { useWidth } from './use-width.ts';

/** Narrower than this, building by hand makes no sense: the form is shown, not built. */
const BUILD_FROM = 700;
const PALETTE_FROM = 960;
const NO_SAMPLES: Readonly<Record<string, Value>> = {};

export function FormPanel() {
  const { ref, width } = useWidth<HTMLDivElement>();
  const [previewing, setPreviewing] = useState(false);
  return (
    <div ref={ref} className={styles.root}>
      {width === 0 ? null : width < BUILD_FROM ? (
        <PreviewPanel />
      ) : previewing ? (
        <PreviewPanel onBack={() => setPreviewing(false)} />
      ) : (
        <BuilderView wide={width >= PALETTE_FROM} onPreview={() => setPreviewing(true)} />
      )}
    </div>
  );
}

function BuilderView({ wide, onPreview }: { readonly wide: boolean; readonly onPreview: () => void }) {
  const { t } = useTranslation('studio-form');
  const { design, compiled } = useStudio();
  const { revealed } = useStudioUi();
  const builder = useBuilder();
  const { actions, dragRef, selected } = builder;
  const [device, setDevice] = useState<Device>('desktop');
  const [place, setPlace] = useState('');
  const figures = formFigures(design);
  const places = useMemo(() => viewersOf(design), [design]);
  const seen = places.some((one) => one.id === place) ? place : '';
  const access = useCallback((field: Field): Access => accessAt(design, field, seen), [design, seen]);
  const setting = useSampleSetting();
  const samples = useMemo(() => {
    const looked = places.find((one) => one.id === seen);
    return looked ? readSamples(design, looked, setting) : NO_SAMPLES;
  }, [design, places, seen, setting]);
  const problems = useMemo(() => byField(compiled.diagnostics), [compiled.diagnostics]);

  useEffect(() => {
    const element = revealed?.element;
    if (element?.kind !== 'field' && element?.kind !== 'section') return;
    actions.select({ kind: element.kind, id: element.id });
    if (element.kind === 'field') focusCard(element.id);
  }, [revealed, actions]);

  const value = useMemo(() => ({ actions, dragRef }), [actions, dragRef]);
  return (
    <BuilderActionsContext value={value}>
      <div className={styles.bar}>
        <div className={`${styles.figures} tabular`} role="status" aria-label={t('form.figures')}>
          <strong>{t('form.figureFields', { count: figures.fields })}</strong>
          <span>{t('form.figureShared', { count: figures.shared })}</span>
          <span>{t('form.figureComputed', { count: figures.computed })}</span>
          <span>{t('form.figureManual', { count: figures.manual })}</span>
          {figures.later > 0 ? <span>{t('form.figureLater', { count: figures.later })}</span> : null}
        </div>
        <div className={styles.barRight}>
          <Select
            aria-label={t('form.viewAs')}
            value={seen}
            onChange={setPlace}
            popupMatchSelectWidth={false}
            showSearch={{ optionFilterProp: 'label' }}
            className={styles.viewAs}
            options={[
              { value: '', label: t('form.viewAll') },
              ...places.map((one) => ({ value: one.id, label: t('form.viewAsOne', { who: placeLabel(one) }) })),
            ]}
          />
          <Segmented<Device>
            aria-label={t('form.device')}
            value={device}
            onChange={setDevice}
            options={[
              { value: 'desktop', icon: <DesktopOutlined aria-label={t('form.desktop')} />, title: t('form.desktop') },
              { value: 'phone', icon: <MobileOutlined aria-label={t('form.phone')} />, title: t('form.phone') },
              { value: 'paper', icon: <FileTextOutlined aria-label={t('form.paper')} />, title: t('form.paper') },
            ]}
          />
          <Button onClick={onPreview}>{t('preview.open')}</Button>
        </div>
      </div>
      <div className={`${styles.columns} ${wide ? '' : styles.noPalette}`}>
        {wide ? <Palette selected={selected} /> : null}
        <main
          className={styles.middle}
          onClick={(event) => {
            if (event.target === event.currentTarget) actions.select(null);
          }}
        >
          <FormSheet
            device={device}
            selected={selected}
            renaming={builder.renaming}
            access={seen === '' ? null : access}
            samples={samples}
            problems={problems}
          />
        </main>
        <Questions selected={selected} problems={problems} />
      </div>
    </BuilderActionsContext>
  );
}

function byField(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const map = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.element.kind !== 'field') continue;
    map.set(diagnostic.element.id, [...(map.get(diagnostic.element.id) ?? []), diagnostic]);
  }
  return map;
}

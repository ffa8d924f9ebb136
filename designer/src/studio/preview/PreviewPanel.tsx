/** The form as each role meets it, on a desktop and a phone; what is typed here stays here. */
import { ArrowLeftOutlined, DesktopOutlined, MobileOutlined } from '@ant-design/icons';
import { sorted, type Design } from '@tongban/shared/document';
import type { Value } from '@tongban/shared/kernel';
import { Button, Segmented, Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormSections, FormToolsContext, type FormTools } from '../../ui/form/index.ts';
import { Empty } from '../../ui/states.tsx';
import { viewersOf, type Place } from '../form/access.ts';
import { placeLabel } from '../form/place-label.ts';
import { useWidth } from '../form/use-width.ts';
import { useStudio } from '../store/index.tsx';
import styles from './preview.module.css';
import { readSamples, typedSamples } from './samples.ts';
import { sectionsFor, tickableOf } from './sections.ts';
import { useSampleSetting } from './use-sample-setting.ts';

type Typed = Readonly<Record<string, Readonly<Record<string, Value>>>>;
const NONE: Readonly<Record<string, Value>> = {};
const NARROW = 640;

export function PreviewPanel({ onBack }: { readonly onBack?: () => void }) {
  const { t } = useTranslation('studio-form');
  const { design, context } = useStudio();
  const { ref, width } = useWidth<HTMLDivElement>();
  const [placeId, setPlace] = useState<string | null>(null);
  const [device, setDevice] = useState<'desktop' | 'phone'>('desktop');
  const [typed, setTyped] = useState<Typed>({});
  const [openedAt] = useState(() => Date.now());
  const setting = useSampleSetting();
  const places = useMemo(() => viewersOf(design), [design]);
  const place = places.find((one) => one.id === placeId) ?? places[0];
  const values = (place && typed[place.id]) ?? NONE;
  const registers = context.registers;
  const sections = useMemo(() => {
    if (!place) return [];
    return sectionsFor(design, {
      place: place.id,
      at: openedAt,
      registerName: (id) => registers?.[id]?.name ?? '',
      brought: readSamples(design, place, setting),
    });
  }, [design, place, registers, openedAt, setting]);

  const here = place?.id;
  const onChange = useCallback(
    (key: string, value: Value) => {
      if (here !== undefined) setTyped((now) => ({ ...now, [here]: { ...now[here], [key]: value } }));
    },
    [here],
  );
  const tools = useMemo<FormTools>(
    () => ({
      tickable: tickableOf(design),
      upload: async (field, file) => ({ id: `preview-${field}-${file.name}`, name: file.name, bytes: file.size }),
    }),
    [design],
  );
  const fill = () => {
    if (!place) return;
    const open = sections.flatMap((section) => section.fields).filter((field) => field.access !== 'read');
    setTyped((now) => ({ ...now, [place.id]: { ...now[place.id], ...typedSamples(open, values, setting, design) } }));
  };

  if (!place) return <Empty title={t('preview.emptyTitle')} body={t('preview.emptyBody')} />;
  const narrow = width > 0 && width < NARROW;
  return (
    <div ref={ref} className={styles.panel}>
      <div className={styles.bar}>
        {onBack ? (
          <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={onBack}>
            {t('preview.back')}
          </Button>
        ) : null}
        <Select
          aria-label={t('preview.as')}
          value={place.id}
          onChange={setPlace}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          className={styles.as}
          options={places.map((one) => ({ value: one.id, label: t('preview.asOne', { who: placeLabel(one) }) }))}
        />
        {narrow ? null : (
          <Segmented
            aria-label={t('form.device')}
            value={device}
            onChange={setDevice}
            options={[
              { value: 'desktop', icon: <DesktopOutlined aria-hidden />, label: t('form.desktop') },
              { value: 'phone', icon: <MobileOutlined aria-hidden />, label: t('form.phone') },
            ]}
          />
        )}
        <span className={styles.spacer} />
        <Button onClick={fill}>{t('preview.fill')}</Button>
        <Button
          type="text"
          disabled={Object.keys(values).length === 0}
          onClick={() => setTyped((now) => ({ ...now, [place.id]: {} }))}
        >
          {t('preview.clear')}
        </Button>
      </div>
      <div className={styles.scroll}>
        <div className={`${styles.page} ${device === 'phone' && !narrow ? styles.phone : ''}`}>
          <header className={styles.head}>
            <h2>{design.meta.title}</h2>
            <p>{t('preview.note', { who: placeLabel(place) })}</p>
          </header>
          <FormToolsContext value={tools}>
            {sections.length === 0 ? (
              <Empty title={t('preview.nothingTitle')} body={t('preview.nothingBody', { who: placeLabel(place) })} />
            ) : (
              <FormSections
                key={place.id}
                sections={sections}
                values={values}
                onChange={onChange}
                plain={device === 'phone'}
              />
            )}
          </FormToolsContext>
          <Decisions design={design} place={place} />
        </div>
      </div>
    </div>
  );
}

/** Under an official's form: what can be decided there. */
function Decisions({ design, place }: { readonly design: Design; readonly place: Place }) {
  const { t } = useTranslation('studio-form');
  const node = design.flow.nodes[place.node];
  if (node?.kind !== 'task' && node?.kind !== 'dispatch') return null;
  const decisions = sorted(node.decisions);
  const powers = [
    ...(node.powers.correct ? [t('preview.correct')] : []),
    ...(node.powers.return ? [t('preview.return')] : []),
    ...(node.powers.reject ? [t('preview.reject')] : []),
  ];
  return (
    <section className={styles.decisions} aria-label={t('preview.decisions')}>
      <h3>{t('preview.decisions')}</h3>
      {node.instruction ? <p>{node.instruction}</p> : null}
      <ul>
        {decisions.map((decision) => (
          <li key={decision.id} className={styles[decision.tone]}>
            {decision.name}
            {decision.opinionRequired ? <span>{t('preview.opinionRequired')}</span> : null}
          </li>
        ))}
      </ul>
      {powers.length > 0 ? <p>{t('preview.powers', { powers: powers.join(t('preview.comma')) })}</p> : null}
    </section>
  );
}

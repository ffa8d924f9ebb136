/** The menu of field kinds behind every "+". */
import { FIELD_KINDS, type FieldKind } from '@tongban/shared/document';
import { FIELD_KIND_WORDS } from '@tongban/shared/words';
import type { MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';
import { useBuilderActions } from './builder.ts';
import type { Spot } from './edits.ts';
import { KindIcon } from './KindIcon.tsx';

export function useKindMenu(spot: Spot | null): MenuProps {
  const { i18n } = useTranslation();
  const { actions } = useBuilderActions();
  const language = wordsLanguage(i18n.language);
  return {
    items: FIELD_KINDS.map((kind) => ({
      key: kind,
      icon: <KindIcon kind={kind} />,
      label: FIELD_KIND_WORDS[kind][language],
    })),
    onClick: ({ key, domEvent }) => {
      domEvent.stopPropagation();
      actions.add({ type: 'kind', kind: key as FieldKind }, spot);
    },
    style: { maxHeight: 360, overflow: 'auto' },
  };
}

/** Menus and dialogs of the canvas: the "+" menu, and the searchable lists that the keys open. */
import { sorted } from '@tongban/shared/document';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdgeWords } from '../flow/edge-words.ts';
import { useEntryWords } from '../flow/entry-words.ts';
import { FOLLOWING, type EntryId } from '../flow/palette.ts';
import { useStudioUi } from '../ui-state.tsx';
import { useCanvas } from './context.ts';
import { EntryIcon, NodeIcon } from './icons.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { KindMenu } from './KindMenu.tsx';
import { PickDialog, type Choice } from './PickDialog.tsx';
import type { CanvasActions } from './use-actions.ts';
import type { CanvasKeyboard } from './use-keyboard.ts';

interface CanvasDialogsProps {
  readonly actions: CanvasActions;
  readonly keyboard: CanvasKeyboard;
}

export function CanvasDialogs({ actions, keyboard }: CanvasDialogsProps): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design } = useCanvas();
  const { select } = useStudioUi();
  const words = useEntryWords();
  const edgeText = useEdgeWords(design);
  const { menu } = actions;
  const { current } = keyboard;
  const close = (): void => {
    keyboard.setDialog(null);
    keyboard.focusCanvas();
  };
  const isWork = (id: string): boolean => ['task', 'dispatch'].includes(design.flow.nodes[id]?.kind ?? '');
  const node = current === null ? undefined : design.flow.nodes[current];
  const name = node?.name ?? '';

  if (menu) {
    const after = 'after' in menu.target ? menu.target.after : null;
    return (
      <KindMenu
        at={menu.at}
        connectable={after !== null}
        withClock={after !== null && isWork(after)}
        onPick={(entry) => actions.add(entry, menu.target)}
        onConnect={() => {
          if (after !== null) select([after]);
          keyboard.setDialog('connect');
        }}
        onClose={actions.closeMenu}
      />
    );
  }
  switch (keyboard.dialog) {
    case null:
      return null;
    case 'keys':
      return <KeysHelp onClose={close} />;
    case 'append': {
      if (current === null) return null;
      const entries: readonly EntryId[] = isWork(current) ? [...FOLLOWING, 'onTime'] : FOLLOWING;
      const choices = entries.map((entry) => ({
        id: entry,
        name: words.name(entry),
        hint: words.hint(entry),
        icon: <EntryIcon entry={entry} />,
      }));
      return (
        <PickDialog
          title={t('appendAfter', { name })}
          choices={node?.kind === 'end' ? [] : choices}
          onPick={(id) => {
            const entry = entries.find((known) => known === id);
            keyboard.setDialog(null);
            if (entry) actions.add(entry, { after: current });
          }}
          onClose={close}
        />
      );
    }
    case 'connect': {
      if (current === null) return null;
      const choices = Object.values(design.flow.nodes)
        .filter((other) => actions.canConnect(current, other.id))
        .map((other): Choice => {
          const lane = other.lane === undefined ? undefined : design.flow.lanes[other.lane]?.name;
          return { id: other.id, name: other.name || t('unnamed'), hint: lane, icon: <NodeIcon node={other} /> };
        });
      return (
        <PickDialog
          title={t('connectFrom', { name })}
          choices={choices}
          onPick={(id) => {
            actions.connect(current, id);
            close();
          }}
          onClose={close}
        />
      );
    }
    case 'lines': {
      if (current === null) return null;
      const choices = sorted(design.flow.edges)
        .filter((edge) => edge.from === current || edge.to === current)
        .map((edge): Choice => {
          const from = design.flow.nodes[edge.from]?.name ?? '';
          const to = design.flow.nodes[edge.to]?.name ?? '';
          return { id: edge.id, name: t('lineLabel', { from, to }), hint: edgeText(edge) || undefined };
        });
      return (
        <PickDialog
          title={t('linesOf', { name })}
          choices={choices}
          onPick={(id) => {
            select([id]);
            close();
          }}
          onClose={close}
        />
      );
    }
  }
}

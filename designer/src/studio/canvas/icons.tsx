/** Drawings for the icon names of node kinds. Families differ by shape and icon, in ink. */
import {
  ApartmentOutlined,
  ClockCircleOutlined,
  CloseOutlined,
  FlagOutlined,
  FormOutlined,
  PlusOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { nodeIcon } from '@tongban/shared/nodes';
import type { FlowNode, NodeKind } from '@tongban/shared/document';
import type { ReactNode } from 'react';
import type { EntryId } from '../flow/palette.ts';

const DRAWINGS: Readonly<Record<string, ReactNode>> = {
  submit: <FormOutlined aria-hidden />,
  finish: <FlagOutlined aria-hidden />,
  person: <UserOutlined aria-hidden />,
  people: <TeamOutlined aria-hidden />,
  departments: <ApartmentOutlined aria-hidden />,
  branch: <CloseOutlined aria-hidden />,
  parallel: <PlusOutlined aria-hidden />,
  timer: <ClockCircleOutlined aria-hidden />,
};

export function KindIcon({ kind, many = false }: { readonly kind: NodeKind; readonly many?: boolean }): ReactNode {
  return DRAWINGS[many ? 'people' : nodeIcon(kind)] ?? null;
}

export function NodeIcon({ node }: { readonly node: FlowNode }): ReactNode {
  return <KindIcon kind={node.kind} many={node.kind === 'task' && node.mode === 'all'} />;
}

export function EntryIcon({ entry }: { readonly entry: EntryId }): ReactNode {
  return entry === 'countersign' ? <KindIcon kind="task" many /> : <KindIcon kind={entry} />;
}

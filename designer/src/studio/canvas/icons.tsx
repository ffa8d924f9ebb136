/** Drawings for the icon names of node kinds. Families differ by shape and icon, in ink. */
import {
  AlertOutlined,
  ApartmentOutlined,
  ApiOutlined,
  BellOutlined,
  CalculatorOutlined,
  ClockCircleOutlined,
  CloseOutlined,
  CloudDownloadOutlined,
  ExclamationCircleOutlined,
  FieldTimeOutlined,
  FileTextOutlined,
  FlagOutlined,
  FormOutlined,
  GroupOutlined,
  HourglassOutlined,
  LinkOutlined,
  MailOutlined,
  NodeExpandOutlined,
  PlusCircleOutlined,
  PlusOutlined,
  RollbackOutlined,
  SendOutlined,
  StopOutlined,
  TableOutlined,
  TeamOutlined,
  UserOutlined,
  VerticalAlignTopOutlined,
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
  stop: <StopOutlined aria-hidden />,
  fault: <ExclamationCircleOutlined aria-hidden />,
  fetch: <CloudDownloadOutlined aria-hidden />,
  connect: <ApiOutlined aria-hidden />,
  rule: <TableOutlined aria-hidden />,
  compute: <CalculatorOutlined aria-hidden />,
  document: <FileTextOutlined aria-hidden />,
  notify: <BellOutlined aria-hidden />,
  scenario: <NodeExpandOutlined aria-hidden />,
  group: <GroupOutlined aria-hidden />,
  wait: <HourglassOutlined aria-hidden />,
  signal: <SendOutlined aria-hidden />,
  link: <LinkOutlined aria-hidden />,
  undo: <RollbackOutlined aria-hidden />,
  inclusive: <PlusCircleOutlined aria-hidden />,
  race: <FieldTimeOutlined aria-hidden />,
  error: <AlertOutlined aria-hidden />,
  escalation: <VerticalAlignTopOutlined aria-hidden />,
  message: <MailOutlined aria-hidden />,
};

export function KindIcon({ kind, many = false }: { readonly kind: NodeKind; readonly many?: boolean }): ReactNode {
  return DRAWINGS[many ? 'people' : nodeIcon(kind)] ?? null;
}

export function NodeIcon({ node }: { readonly node: FlowNode }): ReactNode {
  return <KindIcon kind={node.kind} many={node.kind === 'task' && node.mode !== 'single'} />;
}

export function EntryIcon({ entry }: { readonly entry: EntryId }): ReactNode {
  return entry === 'countersign' ? <KindIcon kind="task" many /> : <KindIcon kind={entry} />;
}

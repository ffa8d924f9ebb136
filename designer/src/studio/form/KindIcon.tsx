/** A small ink drawing per field kind; hue is left to states. */
import {
  AlignLeftOutlined,
  ApartmentOutlined,
  BankOutlined,
  CalendarOutlined,
  CheckCircleOutlined,
  CheckSquareOutlined,
  FontSizeOutlined,
  IdcardOutlined,
  InfoCircleOutlined,
  NumberOutlined,
  PaperClipOutlined,
  PayCircleOutlined,
  PhoneOutlined,
} from '@ant-design/icons';
import type { FieldKind } from '@tongban/shared/document';
import type { ComponentType } from 'react';

const ICONS: Readonly<Record<FieldKind, ComponentType<{ 'aria-hidden'?: boolean }>>> = {
  text: FontSizeOutlined,
  longText: AlignLeftOutlined,
  number: NumberOutlined,
  money: PayCircleOutlined,
  date: CalendarOutlined,
  choice: CheckSquareOutlined,
  yesNo: CheckCircleOutlined,
  idCard: IdcardOutlined,
  uscc: BankOutlined,
  phone: PhoneOutlined,
  department: ApartmentOutlined,
  file: PaperClipOutlined,
  note: InfoCircleOutlined,
};

export function KindIcon({ kind }: { readonly kind: FieldKind }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden />;
}

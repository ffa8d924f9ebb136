import type { FieldView, Value } from '@tongban/shared/kernel';

/** What every kind's input takes. `commit` is called with whole values only; ids tie label, help and problem to it. */
export interface InputProps {
  readonly id: string;
  readonly field: FieldView;
  readonly value: Value | undefined;
  readonly commit: (value: Value) => void;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly labelledBy: string;
}

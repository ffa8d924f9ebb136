/**
 * Inputs that keep what is typed to themselves and hand it over once: on Enter, or when left. One answer is one undo
 * step, a half-typed word of an input method is never handed over, Escape takes the typing back.
 */
import { Input, InputNumber } from 'antd';
import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';

interface DraftTextProps {
  readonly value: string;
  readonly onCommit: (value: string) => void;
  readonly label?: string | undefined;
  readonly labelledBy?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly disabled?: boolean | undefined;
  /** An empty text is refused and the old one comes back. */
  readonly keepFilled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly onDone?: (() => void) | undefined;
  readonly size?: 'small' | 'middle' | undefined;
  readonly status?: 'error' | 'warning' | undefined;
  readonly className?: string | undefined;
  readonly variant?: 'outlined' | 'borderless' | undefined;
}

export function DraftText(props: DraftTextProps) {
  const { value, onCommit, rows, keepFilled = false, onDone } = props;
  const [text, setText] = useState(value);
  const [from, setFrom] = useState(value);
  const cancelled = useRef(false);
  if (from !== value) {
    setFrom(value);
    setText(value);
  }
  const commit = () => {
    if (cancelled.current) {
      cancelled.current = false;
    } else if (keepFilled && text.trim() === '') {
      setText(value);
    } else if (text !== value) {
      onCommit(keepFilled ? text.trim() : text);
    }
    onDone?.();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (rows === undefined || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.blur();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      cancelled.current = true;
      setText(value);
      event.currentTarget.blur();
    }
  };
  const common = {
    value: text,
    onBlur: commit,
    onKeyDown,
    'aria-label': props.label,
    'aria-labelledby': props.labelledBy,
    placeholder: props.placeholder,
    maxLength: props.maxLength ?? (rows === undefined ? 200 : 4000),
    disabled: props.disabled,
    autoFocus: props.autoFocus,
    // A name that is opened for renaming is replaced by what is typed.
    onFocus: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (props.autoFocus) event.target.select();
    },
    size: props.size,
    status: props.status,
    className: props.className,
    variant: props.variant,
  };
  return rows === undefined ? (
    <Input {...common} onChange={(event) => setText(event.target.value)} />
  ) : (
    <Input.TextArea
      {...common}
      onChange={(event) => setText(event.target.value)}
      autoSize={{ minRows: rows, maxRows: rows + 8 }}
    />
  );
}

interface DraftNumberProps {
  readonly value: number | undefined;
  readonly onCommit: (value: number | undefined) => void;
  readonly label?: string | undefined;
  readonly labelledBy?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  readonly precision?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly suffix?: string | undefined;
  readonly width?: number | string | undefined;
  readonly disabled?: boolean | undefined;
}

export function DraftNumber(props: DraftNumberProps) {
  const { value, onCommit } = props;
  const [draft, setDraft] = useState<number | null>(value ?? null);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setDraft(value ?? null);
  }
  const commit = () => {
    if ((draft ?? undefined) !== value) onCommit(draft ?? undefined);
  };
  return (
    <InputNumber<number>
      value={draft}
      onChange={setDraft}
      onBlur={commit}
      onPressEnter={commit}
      onKeyDown={(event) => event.stopPropagation()}
      onStep={(next) => onCommit(next)}
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      min={props.min}
      max={props.max}
      step={props.step}
      precision={props.precision}
      placeholder={props.placeholder}
      suffix={props.suffix}
      disabled={props.disabled}
      style={{ width: props.width ?? 120 }}
    />
  );
}

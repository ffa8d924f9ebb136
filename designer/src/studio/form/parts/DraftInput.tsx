/**
 * Inputs that keep what is typed to themselves and hand it over once: on Enter, or when left. One answer is one undo
 * step, a half-typed word of an input method is never handed over, Escape takes the typing back.
 */
import { Input, InputNumber } from 'antd';
import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import styles from './parts.module.css';

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

/** The little arrows are for the mouse: a screen reader steps by the keys of a number. */
const hideSteps = (input: { readonly nativeElement: HTMLElement } | null) =>
  input?.nativeElement.querySelector('.ant-input-number-actions')?.setAttribute('aria-hidden', 'true');

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
  /** No number at all is refused and the old one comes back. */
  readonly keepFilled?: boolean | undefined;
}

export function DraftNumber(props: DraftNumberProps) {
  const { value, onCommit, keepFilled = false } = props;
  const [draft, setDraft] = useState<number | null>(value ?? null);
  const [shown, setShown] = useState(value);
  /** A new one each time typing is taken back: the input holds text of its own that no value can reset. */
  const [round, setRound] = useState(0);
  /** What was typed and not handed over yet; the input puts it within its limits on Enter and when left. */
  const typed = useRef<{ readonly value: number | null } | null>(null);
  if (shown !== value) {
    setShown(value);
    setDraft(value ?? null);
  }
  const change = (next: number | null) => {
    typed.current = { value: next };
    setDraft(next);
  };
  const takeBack = () => {
    typed.current = null;
    setDraft(value ?? null);
    setRound(round + 1);
  };
  const commit = () => {
    const given = typed.current;
    typed.current = null;
    if (given === null || (given.value ?? undefined) === value) return;
    if (given.value === null && keepFilled) takeBack();
    else onCommit(given.value ?? undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') takeBack();
  };
  // The input reads its keys on the way up, so they are stopped outside of it, not at it.
  return (
    <span className={styles.number} style={{ width: props.width ?? 120 }} onKeyDown={onKeyDown} onBlur={commit}>
      <InputNumber<number>
        key={round}
        ref={hideSteps}
        value={draft}
        onChange={change}
        onStep={commit}
        aria-label={props.label}
        aria-labelledby={props.labelledBy}
        min={props.min}
        max={props.max}
        step={props.step}
        precision={props.precision}
        placeholder={props.placeholder}
        suffix={props.suffix}
        disabled={props.disabled}
        style={{ width: '100%' }}
      />
    </span>
  );
}

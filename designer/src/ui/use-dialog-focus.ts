/**
 * The input that a dialog opens for. `autoFocus` alone is lost where motion is reduced: the dialog is attached after its
 * input is drawn, and its focus lock then takes the close button.
 */
import { useCallback, useRef } from 'react';

interface Focusable {
  readonly focus: () => void;
}

/** `ref` is the input's, `afterOpenChange` the dialog's. */
export function useDialogFocus<T extends Focusable>() {
  const ref = useRef<T>(null);
  const afterOpenChange = useCallback((open: boolean) => {
    if (open) ref.current?.focus();
  }, []);
  return { ref, afterOpenChange };
}

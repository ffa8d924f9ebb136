/** Lets a page put its own tools into the header: `<HeaderSlot>…</HeaderSlot>` anywhere inside the page. */
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

export const HeaderContext = createContext<{
  readonly slot: HTMLElement | null;
  readonly setTaken: (taken: boolean) => void;
}>({ slot: null, setTaken: () => undefined });

export function HeaderSlot({ children }: { readonly children: ReactNode }) {
  const { slot, setTaken } = useContext(HeaderContext);
  useEffect(() => {
    setTaken(true);
    return () => setTaken(false);
  }, [setTaken]);
  return slot === null ? null : createPortal(children, slot);
}

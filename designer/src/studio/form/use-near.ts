/** True once the element has come near the window, and from then on: long forms are built as they come into view. */
import { useEffect, useRef, useState, type RefObject } from 'react';

export function useNear<T extends HTMLElement>(
  deferred: boolean,
): { readonly ref: RefObject<T | null>; readonly near: boolean } {
  const ref = useRef<T>(null);
  const [near, setNear] = useState(!deferred);
  useEffect(() => {
    const element = ref.current;
    if (near || element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: '800px 0px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [near]);
  return { ref, near };
}

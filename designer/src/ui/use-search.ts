/** A search box's text, handed on after a pause. */
import { useEffect, useState } from 'react';

const TYPING_MS = 250;

export function useSearchText(): {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly search: string;
} {
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setSearch(text.trim()), TYPING_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return { text, setText, search };
}

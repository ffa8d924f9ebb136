/** Which scheme is on, and how to change it. */
import { createContext, useContext } from 'react';
import type { Scheme } from '../ui/theme.ts';

export type SchemeChoice = Scheme | 'system';

export const AppearanceContext = createContext<{
  readonly choice: SchemeChoice;
  readonly scheme: Scheme;
  readonly choose: (choice: SchemeChoice) => void;
}>({ choice: 'light', scheme: 'light', choose: () => undefined });

export function useAppearance() {
  return useContext(AppearanceContext);
}

/** Puts the rehearsal around what is on screen: its bar above, its panel beside (below on a phone). */
import type { ReactNode } from 'react';
import { RehearsalBar } from './RehearsalBar.tsx';
import { RehearsalPanel } from './RehearsalPanel.tsx';
import styles from './rehearsal.module.css';

export function RehearsalFrame({ active, children }: { readonly active: boolean; readonly children: ReactNode }) {
  if (!active) return children;
  return (
    <div className={styles.frame}>
      <RehearsalBar />
      <div className={styles.split}>
        <div className={styles.stage}>{children}</div>
        <RehearsalPanel />
      </div>
    </div>
  );
}

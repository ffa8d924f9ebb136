/** 材料与证照: the items the scenario is made of, and the materials it asks for with their five facts. */
import { ItemsTable } from './ItemsTable.tsx';
import { MaterialsTable } from './MaterialsTable.tsx';
import styles from './materials.module.css';

export function MaterialsPanel() {
  return (
    <div className={styles.panel}>
      <div className={styles.page}>
        <ItemsTable />
        <MaterialsTable />
      </div>
    </div>
  );
}

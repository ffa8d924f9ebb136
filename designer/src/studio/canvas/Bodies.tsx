/** The bodies of a dispatch, unfolded under its card. */
import { sorted, type NodeOf } from '@tongban/shared/document';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { partyText } from '../words.ts';
import styles from './canvas.module.css';
import { useCanvas } from './context.ts';

export function Bodies({ node }: { readonly node: NodeOf<'dispatch'> }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { directory } = useCanvas();
  const bodies = sorted(node.bodies);
  return (
    <div className={`${styles.bodies} nowheel nodrag`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('bodyColumn')}</th>
            <th scope="col">{t('postColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {bodies.map((body) => (
            <tr key={body.id}>
              <td title={partyText(t, body.party, directory.typeName)}>{body.name}</td>
              <td>{directory.postName(body.post ?? node.post) || t('anyPost')}</td>
            </tr>
          ))}
          {bodies.length === 0 ? (
            <tr>
              <td colSpan={2}>{t('noBodies')}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}

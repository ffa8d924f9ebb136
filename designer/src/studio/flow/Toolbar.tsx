/** Above the canvas: how the flow is shown, and what is done to it as a whole. */
import { AimOutlined, NodeIndexOutlined, PartitionOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { moveNodes } from '@tongban/shared/document';
import { Button, Segmented, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tidyLayout } from '../canvas/elk.ts';
import { KeysHelp } from '../canvas/KeysHelp.tsx';
import { useStudio } from '../store/index.tsx';
import { useStudioUi, type FlowView } from '../ui-state.tsx';
import styles from './flow.module.css';

export function Toolbar(): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design, edit, readOnly } = useStudio();
  const ui = useStudioUi();
  const [tidying, setTidying] = useState(false);
  const [keys, setKeys] = useState(false);
  const empty = Object.keys(design.flow.nodes).length === 0;
  const tidy = async (): Promise<void> => {
    setTidying(true);
    const layout = await tidyLayout(design.flow);
    setTidying(false);
    edit(t('tidy'), (now) => moveNodes(now, layout));
  };
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('flowTools')}>
      <Segmented<FlowView>
        value={ui.view}
        onChange={ui.setView}
        aria-label={t('viewAs')}
        options={[
          { value: 'canvas', label: t('viewCanvas') },
          { value: 'steps', label: t('viewSteps') },
          { value: 'code', label: t('viewCode') },
        ]}
      />
      <span className={styles.gap} />
      {ui.view === 'canvas' ? (
        <>
          <Tooltip title={t('criticalHint')}>
            <Button
              type="text"
              icon={<AimOutlined aria-hidden />}
              aria-pressed={ui.criticalPath}
              className={ui.criticalPath ? styles.on : ''}
              onClick={() => ui.setCriticalPath(!ui.criticalPath)}
            >
              {t('criticalPath')}
            </Button>
          </Tooltip>
          {readOnly || ui.rehearsing ? null : (
            <Button
              type="text"
              icon={<PartitionOutlined aria-hidden />}
              loading={tidying}
              disabled={empty}
              onClick={() => void tidy()}
            >
              {t('tidy')}
            </Button>
          )}
        </>
      ) : null}
      {ui.view === 'code' || ui.rehearsing ? null : (
        <Button
          icon={<NodeIndexOutlined aria-hidden />}
          aria-pressed={ui.side === 'parallel'}
          className={ui.side === 'parallel' ? styles.on : ''}
          onClick={() => ui.setSide(ui.side === 'parallel' ? null : 'parallel')}
        >
          {t('parallel')}
        </Button>
      )}
      {ui.view === 'canvas' ? (
        <Button
          type="text"
          icon={<QuestionCircleOutlined aria-hidden />}
          aria-label={t('keysTitle')}
          title={t('keysTitle')}
          onClick={() => setKeys(true)}
        />
      ) : null}
      {keys ? <KeysHelp onClose={() => setKeys(false)} /> : null}
    </div>
  );
}

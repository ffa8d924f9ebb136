/** 异常处理: what the step may do when something is not right, and what happens when it takes too long. */
import { PlusOutlined } from '@ant-design/icons';
import { putNode } from '@tongban/shared/document';
import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { draw } from '../flow/palette.ts';
import { useEntryWords } from '../flow/entry-words.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { durationText } from '../words.ts';
import { changeWork, type WorkNode } from './edits.ts';
import styles from './inspector.module.css';

const POWERS = ['correct', 'return', 'reject'] as const;
const WORDS = {
  correct: { label: 'powerCorrect', hint: 'powerCorrectHint' },
  return: { label: 'powerReturn', hint: 'powerReturnHint' },
  reject: { label: 'powerReject', hint: 'powerRejectHint' },
} as const;

export function Exceptions({ node }: { readonly node: WorkNode }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design, edit, newId, readOnly } = useStudio();
  const { select, askName } = useStudioUi();
  const words = useEntryWords();
  const clocks = Object.values(design.flow.nodes).flatMap((other) =>
    other.kind === 'onTime' && other.attachedTo === node.id ? [other] : [],
  );
  const addClock = (): void => {
    const id = newId('n');
    edit(t('editAdd', { kind: words.name('onTime') }), (now) =>
      putNode(now, draw('onTime', { id, attachedTo: node.id, language: words.language })),
    );
    select([id]);
    askName(id);
  };
  return (
    <>
      {POWERS.map((power) => (
        <div key={power}>
          <Checkbox
            checked={node.powers[power]}
            disabled={readOnly}
            onChange={(event) =>
              edit(t('editPowers'), (now) =>
                changeWork(now, node.id, (work) => ({
                  ...work,
                  powers: { ...work.powers, [power]: event.target.checked },
                })),
              )
            }
          >
            {t(WORDS[power].label)}
          </Checkbox>
          <div className={styles.checkHint}>{t(WORDS[power].hint)}</div>
        </div>
      ))}
      <div className={styles.part}>
        <span className={styles.partLabel}>{t('onTimeTitle')}</span>
        {clocks.map((clock) => (
          <Button key={clock.id} size="small" className={styles.jump} onClick={() => select([clock.id])}>
            {clock.after ? t('onTimeLine', { after: durationText(t, clock.after), name: clock.name }) : clock.name}
          </Button>
        ))}
        {readOnly ? null : (
          <Button size="small" type="dashed" icon={<PlusOutlined aria-hidden />} onClick={addClock}>
            {t('onTimeAdd')}
          </Button>
        )}
      </div>
    </>
  );
}

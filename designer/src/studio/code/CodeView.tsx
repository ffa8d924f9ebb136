/**
 * The document as text, for those who read it so. The text is a copy made when the view opened: applying brings the
 * difference by id into the draft as one undo, or refuses, says where, and keeps the text.
 */
import { DownloadOutlined } from '@ant-design/icons';
import { mergeEdit, parseDesign, type Design } from '@tongban/shared/document';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/states.tsx';
import { saveAsFile } from '../editor/download.ts';
import { useStudio } from '../store/index.tsx';
import styles from './code.module.css';
import { openEditor, type CodeEditor } from './monaco.ts';

const print = (design: Design): string => JSON.stringify(design, null, 2);

interface Refusal {
  readonly title: string;
  readonly where: readonly string[];
}

export function CodeView(): ReactNode {
  const { t, i18n } = useTranslation('studio-flow');
  const { design, edit, readOnly } = useStudio();
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor | null>(null);
  const [base, setBase] = useState(design);
  const [dirty, setDirty] = useState(false);
  const [ready, setReady] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const first = useRef({ text: print(design), readOnly, language: i18n.language });

  useEffect(() => {
    let gone = false;
    const frame = host.current;
    if (!frame) return;
    const { text, readOnly: locked, language } = first.current;
    const opening = { text, readOnly: locked, language, label: t('codeLabel') };
    void openEditor(frame, opening, () => !gone).then((opened) => {
      if (!opened) return;
      editor.current = opened;
      opened.onChange(() => {
        setDirty(true);
        setRefusal(null);
      });
      setReady(true);
    });
    return () => {
      gone = true;
      editor.current?.dispose();
      editor.current = null;
    };
  }, [t]);

  const show = (next: Design): void => {
    setBase(next);
    editor.current?.setText(print(next));
    setDirty(false);
    setRefusal(null);
  };
  /** Line and column in words; a path as it is. */
  const placeText = (where: string): string => {
    const [, line, column] = /^(\d+):(\d+)$/.exec(where) ?? [];
    return line && column ? t('codeAt', { line, column }) : where;
  };
  const apply = (): void => {
    const text = editor.current?.text() ?? '';
    const parsed = parseDesign(text);
    if (!parsed.ok) {
      const [first] = parsed.problems;
      setRefusal({
        title: t(`code_${first?.code ?? 'invalidJson'}`),
        where: parsed.problems.map((problem) => placeText(problem.where)),
      });
      return;
    }
    const merged = mergeEdit(base, design, parsed.design);
    if (!merged.ok) {
      setRefusal({ title: t('codeConflict'), where: merged.conflicts });
      return;
    }
    edit(t('editCode'), () => merged.value);
    show(merged.value);
  };
  const behind = design !== base;
  return (
    <div className={styles.code}>
      <div className={styles.bar}>
        <span className={styles.state}>{t(dirty ? 'codeChanged' : behind ? 'codeBehind' : 'codeSame')}</span>
        <Button
          size="small"
          icon={<DownloadOutlined aria-hidden />}
          onClick={() => saveAsFile(`${design.meta.code}.json`, print(design))}
        >
          {t('codeExport')}
        </Button>
        {dirty || behind ? (
          <Button size="small" onClick={() => show(design)}>
            {t('codeReload')}
          </Button>
        ) : null}
        {readOnly ? null : (
          <Button size="small" type="primary" disabled={!dirty} onClick={apply}>
            {t('codeApply')}
          </Button>
        )}
      </div>
      {refusal ? (
        <Alert
          type="error"
          showIcon
          title={refusal.title}
          description={refusal.where
            .filter((where) => where !== '')
            .slice(0, 6)
            .join('；')}
          className={styles.alert}
        />
      ) : null}
      {ready ? null : <Loading />}
      <div ref={host} className={styles.host} data-testid="code" />
    </div>
  );
}

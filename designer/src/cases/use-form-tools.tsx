/** What the fields of a case or an application may do: upload, open a file, object to shared data. */
import type { FieldView, Value } from '@tongban/shared/kernel';
import { App, Input, Modal, type GetRef } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureWords } from '../app/words.ts';
import type { FormTools } from '../ui/form/index.ts';
import { useDialogFocus } from '../ui/use-dialog-focus.ts';
import { openFile, uploadFile } from './files.ts';

interface Options {
  readonly target: { readonly for: 'application' | 'case'; readonly id: string };
  /** Sends the objection; null when this viewer may not object. Answers whether it was taken. */
  readonly dispute: ((field: string, comment: string) => Promise<boolean>) | null;
  readonly tickable?: FormTools['tickable'];
}

export function useCaseTools({ target, dispute, tickable }: Options): {
  readonly tools: FormTools;
  readonly dialog: ReactNode;
} {
  const { t } = useTranslation('form');
  const { message } = App.useApp();
  const words = useFailureWords();
  const [field, setField] = useState<FieldView | null>(null);
  const may = dispute !== null;
  const { for: kind, id } = target;
  const tools = useMemo<FormTools>(
    () => ({
      upload: (name, file) => uploadFile({ for: kind, id }, name, file),
      openFile: (file) => void openFile(file).catch((error: unknown) => message.error(words(error))),
      ...(tickable === undefined ? {} : { tickable }),
      ...(may ? { dispute: setField } : {}),
    }),
    [kind, id, may, tickable, message, words],
  );
  const dialog =
    field === null || dispute === null ? null : (
      <DisputeDialog
        name={field.field.name}
        onClose={() => setField(null)}
        onSend={async (comment) => {
          if (await dispute(field.field.id, comment)) {
            setField(null);
            message.success(t('disputeSent'));
          }
        }}
      />
    );
  return { tools, dialog };
}

interface DisputeDialogProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly onSend: (comment: string) => Promise<void>;
}
function DisputeDialog({ name, onClose, onSend }: DisputeDialogProps) {
  const { t } = useTranslation('form');
  const { ref, afterOpenChange } = useDialogFocus<GetRef<typeof Input.TextArea>>();
  const [comment, setComment] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    await onSend(comment.trim());
    setBusy(false);
  };
  return (
    <Modal
      open
      title={t('disputeTitle', { name })}
      okText={t('disputeSend')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: comment.trim() === '', loading: busy }}
      onOk={() => void send()}
      onCancel={onClose}
      afterOpenChange={afterOpenChange}
    >
      <p>{t('disputeHelp')}</p>
      <Input.TextArea
        ref={ref}
        autoFocus
        rows={4}
        maxLength={500}
        showCount
        value={comment}
        aria-label={t('disputeTitle', { name })}
        onChange={(event) => setComment(event.target.value)}
      />
    </Modal>
  );
}

/** Only what was typed here, as a patch by hand. */
export function patchOf(values: Readonly<Record<string, Value>>) {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, { value, origin: { type: 'manual' as const } }]),
  );
}

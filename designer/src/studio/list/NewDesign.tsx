/** A new scenario: its title, its module, and what to begin with. */
import { MODULES, type ModuleId } from '@tongban/shared/document';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Form, Input, Modal, Radio, Select, type InputRef } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '../../app/trpc.ts';
import { useFailureWords } from '../../app/words.ts';
import { useDialogFocus } from '../../ui/use-dialog-focus.ts';
import { moduleKey } from '../words.ts';
import styles from './list.module.css';

const BLANK = '';

export function NewDesign({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const words = useFailureWords();
  const navigate = useNavigate();
  const templates = useQuery(api.catalog.templates.queryOptions());
  const { ref, afterOpenChange } = useDialogFocus<InputRef>();
  const [title, setTitle] = useState('');
  const [module, setModule] = useState<ModuleId>('approval');
  const [template, setTemplate] = useState(BLANK);
  const create = useMutation(
    api.designs.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: api.designs.list.queryKey() });
        await navigate({ to: '/studio/$design', params: { design: id } });
      },
    }),
  );
  const choose = (code: string): void => {
    const chosen = templates.data?.find((item) => item.code === code);
    const earlier = templates.data?.find((item) => item.code === template);
    setTemplate(code);
    if (chosen && (title === '' || title === earlier?.title)) setTitle(chosen.title);
    const known = MODULES.find((name) => name === chosen?.module);
    if (known) setModule(known);
  };
  const submit = (): void => {
    if (title.trim() === '') return;
    create.mutate({ title: title.trim(), module, ...(template === BLANK ? {} : { template }) });
  };
  return (
    <Modal
      open
      title={t('newDesign')}
      okText={t('create')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: title.trim() === '', loading: create.isPending }}
      onOk={submit}
      onCancel={onClose}
      width={560}
      afterOpenChange={afterOpenChange}
    >
      <Form layout="vertical" onFinish={submit}>
        <Form.Item label={t('designTitle')} htmlFor="new-title" required>
          <Input
            id="new-title"
            ref={ref}
            autoFocus
            value={title}
            maxLength={200}
            placeholder={t('designTitleHint')}
            onChange={(event) => setTitle(event.target.value)}
            onPressEnter={submit}
          />
        </Form.Item>
        <Form.Item label={t('module')} htmlFor="new-module">
          <Select<ModuleId>
            id="new-module"
            value={module}
            onChange={setModule}
            options={MODULES.map((value) => ({ value, label: t(`common:${moduleKey(value)}`) }))}
          />
        </Form.Item>
        <Form.Item label={t('beginWith')}>
          <Radio.Group
            value={template}
            onChange={(event) => choose(String(event.target.value))}
            className={styles.choices}
          >
            <Radio value={BLANK}>
              {t('blankPage')}
              <span className={styles.hint}>{t('blankPageHint')}</span>
            </Radio>
            {templates.data?.map((item) => (
              <Radio key={item.code} value={item.code}>
                {item.title}
                <span className={styles.hint}>
                  {t('templateFigures', { nodes: item.nodes, fields: item.fields })}
                  {item.summary ? ` · ${item.summary}` : ''}
                </span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
      </Form>
      {create.error ? <Alert type="error" showIcon title={words(create.error)} /> : null}
    </Modal>
  );
}

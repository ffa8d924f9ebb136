/** What the directory is made of besides offices and people: a post, a kind of office, a region. One name each. */
import { useMutation } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '../app/trpc.ts';
import { useFailureWords } from '../app/words.ts';
import { useDirectoryChoices } from './choices.ts';

export type NamedThing = 'post' | 'type' | 'region';
const TITLES = { post: 'addPost', type: 'addType', region: 'addRegion' } as const;

interface Values {
  readonly name: string;
  readonly parent?: string;
}

export function AddNamed({ what, onClose }: { readonly what: NamedThing; readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const words = useFailureWords();
  const [form] = Form.useForm<Values>();
  const { regions } = useDirectoryChoices();
  const done = {
    onSuccess: (_: unknown, { name }: { readonly name: string }) => {
      message.success(t('namedAdded', { name }));
      for (const list of [api.directory.posts, api.directory.types, api.directory.regions]) {
        void queryClient.invalidateQueries(list.pathFilter());
      }
      onClose();
    },
    onError: (error: unknown) => message.error(words(error)),
  };
  const post = useMutation(api.directory.addPost.mutationOptions(done));
  const type = useMutation(api.directory.addType.mutationOptions(done));
  const region = useMutation(api.directory.addRegion.mutationOptions(done));
  const submit = ({ name, parent }: Values): void => {
    if (what === 'region') region.mutate({ name, parent: parent ?? null });
    else (what === 'post' ? post : type).mutate({ name });
  };
  return (
    <Modal
      open
      title={t(TITLES[what])}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={post.isPending || type.isPending || region.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values> form={form} layout="vertical" onFinish={submit}>
        <Form.Item
          name="name"
          label={t('departmentName')}
          rules={[{ required: true, whitespace: true, message: t('needed', { name: t('departmentName') }) }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        {what === 'region' ? (
          <Form.Item name="parent" label={t('parentRegion')}>
            <Select
              allowClear
              options={regions}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('noParent')}
            />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  );
}

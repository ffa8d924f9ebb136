/** People: who they are, in which office, with which posts and rights; adding one, changing posts. */
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { NewPerson, PersonRow } from '@tongban/runtime/api';
import { App, Button, Form, Input, Modal, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '../app/trpc.ts';
import { useFailureWords } from '../app/words.ts';
import { Failed } from '../ui/states.tsx';
import { AddNamed } from './AddNamed.tsx';
import styles from './admin.module.css';
import { useDepartmentChoices, useDirectoryChoices } from './choices.ts';
import { useSearchText } from '../ui/use-search.ts';
import { useClear } from '../ui/use-clear.tsx';

const ROLES = ['designer', 'supervisor', 'admin'] as const;

export function PeoplePart() {
  const { t } = useTranslation('admin');
  const clear = useClear();
  const { text, setText, search } = useSearchText();
  const [adding, setAdding] = useState(false);
  const [named, setNamed] = useState(false);
  const [changing, setChanging] = useState<PersonRow | null>(null);
  const query = useInfiniteQuery(
    api.directory.people.infiniteQueryOptions(
      { limit: 50, ...(search === '' ? {} : { search }) },
      { getNextPageParam: (page) => page.next ?? undefined, initialCursor: undefined, placeholderData: (was) => was },
    ),
  );
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className={styles.part}>
      <div className={styles.tools}>
        <Input.Search
          allowClear={clear}
          value={text}
          placeholder={t('search')}
          aria-label={t('search')}
          onChange={(event) => setText(event.target.value)}
          className={styles.search}
        />
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('addPerson')}
        </Button>
        <Button onClick={() => setNamed(true)}>{t('addPost')}</Button>
      </div>
      <Table<PersonRow>
        size="small"
        rowKey="id"
        loading={query.isPending}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 720 }}
        locale={{ emptyText: t('empty') }}
        columns={[
          { title: t('name'), dataIndex: 'name' },
          { title: t('account'), dataIndex: 'account' },
          { title: t('department'), render: (_, row) => row.departmentName ?? row.regionName ?? t('noDepartment') },
          { title: t('posts'), render: (_, row) => row.posts.map((post) => <Tag key={post.id}>{post.name}</Tag>) },
          { title: t('roles'), render: (_, row) => row.roles.map((role) => t(role)).join('、') },
          {
            title: '',
            align: 'right',
            render: (_, row) => (
              <Button type="link" size="small" onClick={() => setChanging(row)}>
                {t('setPosts')}
              </Button>
            ),
          },
        ]}
      />
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('common:more')}
        </Button>
      ) : null}
      {named ? <AddNamed what="post" onClose={() => setNamed(false)} /> : null}
      {adding ? <AddPerson onClose={() => setAdding(false)} /> : null}
      {changing === null ? null : <SetPosts person={changing} onClose={() => setChanging(null)} />}
    </div>
  );
}

function refreshPeople(): void {
  void queryClient.invalidateQueries(api.directory.people.pathFilter());
}

function AddPerson({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const words = useFailureWords();
  const [form] = Form.useForm<NewPerson>();
  const [wanted, setWanted] = useState('');
  const departments = useDepartmentChoices(wanted);
  const { posts, regions } = useDirectoryChoices();
  const ofNoOffice = Form.useWatch('department', form) === undefined;
  const withoutRole = (Form.useWatch('roles', form) ?? []).length === 0;
  const add = useMutation(
    api.directory.addPerson.mutationOptions({
      onSuccess: (_, person) => {
        message.success(t('personAdded', { name: person.name }));
        refreshPeople();
        onClose();
      },
      onError: (error) => message.error(words(error)),
    }),
  );
  const submit = ({ name, account, password, department, region, posts: held, roles }: Partial<NewPerson>) =>
    add.mutate({
      name: name ?? '',
      account: account ?? '',
      password: password ?? '',
      department: department ?? null,
      region: region ?? null,
      posts: [...(held ?? [])],
      roles: [...(roles ?? [])],
    });
  return (
    <Modal
      open
      title={t('addPerson')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={add.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<NewPerson> form={form} layout="vertical" onFinish={submit}>
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, message: t('needed', { name: t('name') }) }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="account" label={t('account')} rules={[{ required: true, min: 2, message: t('accountShort') }]}>
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('password')}
          rules={[{ required: true, min: 8, message: t('passwordShort') }]}
        >
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="department" label={t('department')}>
          <Select
            allowClear
            showSearch={{ filterOption: false, onSearch: setWanted }}
            options={departments}
            placeholder={t('noDepartment')}
          />
        </Form.Item>
        {ofNoOffice ? (
          <Form.Item
            name="region"
            label={t('homeRegion')}
            extra={t('homeRegionHelp')}
            rules={[{ required: withoutRole, message: t('needed', { name: t('homeRegion') }) }]}
          >
            <Select allowClear options={regions} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
        ) : null}
        <Form.Item name="posts" label={t('posts')}>
          <Select mode="multiple" options={posts} />
        </Form.Item>
        <Form.Item name="roles" label={t('roles')}>
          <Select mode="multiple" options={ROLES.map((role) => ({ value: role, label: t(role) }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

interface SetPostsProps {
  readonly person: PersonRow;
  readonly onClose: () => void;
}
function SetPosts({ person, onClose }: SetPostsProps) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const words = useFailureWords();
  const { posts, regions } = useDirectoryChoices();
  const [region, setRegion] = useState(person.region ?? undefined);
  const [held, setHeld] = useState(person.posts.map((post) => post.id));
  const [roles, setRoles] = useState([...person.roles]);
  const set = useMutation(
    api.directory.setPosts.mutationOptions({
      onSuccess: () => {
        message.success(t('postsSet', { name: person.name }));
        refreshPeople();
        onClose();
      },
      onError: (error) => message.error(words(error)),
    }),
  );
  return (
    <Modal
      open
      title={`${t('setPosts')} · ${person.name}`}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={set.isPending}
      onOk={() => set.mutate({ person: person.id, posts: held, roles, ...(region === undefined ? {} : { region }) })}
      onCancel={onClose}
    >
      <div className={styles.stack}>
        {person.department === null ? (
          <label className={styles.stacked}>
            {t('homeRegion')}
            <Select value={region} options={regions} onChange={setRegion} showSearch={{ optionFilterProp: 'label' }} />
          </label>
        ) : null}
        <label className={styles.stacked}>
          {t('posts')}
          <Select mode="multiple" value={held} options={posts} onChange={setHeld} />
        </label>
        <label className={styles.stacked}>
          {t('roles')}
          <Select
            mode="multiple"
            value={roles}
            options={ROLES.map((role) => ({ value: role, label: t(role) }))}
            onChange={setRoles}
          />
        </label>
      </div>
    </Modal>
  );
}

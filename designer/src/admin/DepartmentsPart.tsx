/** Offices: name, kind (the role a lane names), region, superior; adding one. */
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { DepartmentRow, NewDepartment } from '@tongban/runtime/api';
import { App, Button, Form, Input, Modal, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '../app/trpc.ts';
import { useFailureWords } from '../app/words.ts';
import { Failed } from '../ui/states.tsx';
import { AddNamed, type NamedThing } from './AddNamed.tsx';
import styles from './admin.module.css';
import { useDepartmentChoices, useDirectoryChoices } from './choices.ts';
import { useSearchText } from '../ui/use-search.ts';
import { useClear } from '../ui/use-clear.tsx';

export function DepartmentsPart() {
  const { t } = useTranslation('admin');
  const clear = useClear();
  const { text, setText, search } = useSearchText();
  const [adding, setAdding] = useState(false);
  const [named, setNamed] = useState<NamedThing | null>(null);
  const query = useInfiniteQuery(
    api.directory.departments.infiniteQueryOptions(
      { limit: 50, ...(search === '' ? {} : { search }) },
      { getNextPageParam: (page) => page.next ?? undefined, initialCursor: undefined, placeholderData: (was) => was },
    ),
  );
  const names = new Map(useDepartmentChoices('').map((one) => [one.value, one.label]));
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
          {t('addDepartment')}
        </Button>
        <Button onClick={() => setNamed('type')}>{t('addType')}</Button>
        <Button onClick={() => setNamed('region')}>{t('addRegion')}</Button>
      </div>
      <Table<DepartmentRow>
        size="small"
        rowKey="id"
        loading={query.isPending}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 600 }}
        locale={{ emptyText: t('empty') }}
        columns={[
          { title: t('departmentName'), dataIndex: 'name' },
          { title: t('type'), dataIndex: 'typeName' },
          { title: t('region'), dataIndex: 'regionName' },
          { title: t('parent'), render: (_, row) => (row.parent === null ? '' : (names.get(row.parent) ?? '')) },
        ]}
      />
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('common:more')}
        </Button>
      ) : null}
      {named === null ? null : <AddNamed what={named} onClose={() => setNamed(null)} />}
      {adding ? <AddDepartment onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function AddDepartment({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const words = useFailureWords();
  const [form] = Form.useForm<NewDepartment>();
  const [wanted, setWanted] = useState('');
  const parents = useDepartmentChoices(wanted);
  const { types, regions } = useDirectoryChoices();
  const add = useMutation(
    api.directory.addDepartment.mutationOptions({
      onSuccess: (_, department) => {
        message.success(t('departmentAdded', { name: department.name }));
        void queryClient.invalidateQueries(api.directory.departments.pathFilter());
        onClose();
      },
      onError: (error) => message.error(words(error)),
    }),
  );
  return (
    <Modal
      open
      title={t('addDepartment')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={add.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<NewDepartment>
        form={form}
        layout="vertical"
        onFinish={({ name, type, region, parent }) => add.mutate({ name, type, region, parent: parent ?? null })}
      >
        <Form.Item
          name="name"
          label={t('departmentName')}
          rules={[{ required: true, message: t('needed', { name: t('departmentName') }) }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="type"
          label={t('type')}
          rules={[{ required: true, message: t('needed', { name: t('type') }) }]}
        >
          <Select options={types} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item
          name="region"
          label={t('region')}
          rules={[{ required: true, message: t('needed', { name: t('region') }) }]}
        >
          <Select options={regions} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="parent" label={t('parent')}>
          <Select
            allowClear
            showSearch={{ filterOption: false, onSearch: setWanted }}
            options={parents}
            placeholder={t('noParent')}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

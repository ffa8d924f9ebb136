/** A post of the office, or anyone of it. */
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDirectory } from '../directory.ts';
import { useStudio } from '../store/index.tsx';

interface PostPickerProps {
  readonly value: string | undefined;
  readonly onChange: (post: string | undefined) => void;
  readonly labelledBy?: string;
  readonly label?: string;
  readonly size?: 'small' | 'middle';
}

export function PostPicker({ value, onChange, labelledBy, label, size = 'middle' }: PostPickerProps): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { readOnly } = useStudio();
  const { posts } = useDirectory();
  return (
    <Select
      value={value ?? ''}
      size={size}
      disabled={readOnly}
      aria-labelledby={labelledBy}
      aria-label={label}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      options={[{ value: '', label: t('anyPost') }, ...posts.map((post) => ({ value: post.id, label: post.name }))]}
      onChange={(post) => onChange(post === '' ? undefined : post)}
    />
  );
}

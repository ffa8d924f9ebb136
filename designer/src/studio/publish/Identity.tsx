/** The identity of a version: its beginning, the whole to copy. */
import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';

const SHOWN = 12;

export function Identity({ value }: { readonly value: string }) {
  const { t } = useTranslation('studio-form');
  return (
    <Typography.Text
      title={value}
      copyable={{
        text: value,
        tooltips: [t('versions.copy'), t('versions.copied')],
        icon: [<CopyOutlined key="copy" aria-hidden />, <CheckOutlined key="copied" aria-hidden />],
      }}
      style={{ fontFamily: 'var(--mono)', fontSize: 12 }}
    >
      {value.slice(0, SHOWN)}
    </Typography.Text>
  );
}

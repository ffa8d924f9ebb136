/** Icons of the states, by name of what they mean; drawn by the icon set antd ships. */
export {
  DisconnectOutlined as CloudOffIcon,
  InboxOutlined as EmptyIcon,
  LockOutlined as LockIcon,
  WarningOutlined as WarningIcon,
} from '@ant-design/icons';

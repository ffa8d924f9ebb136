/**
 * The icons antd puts into its parts. By themselves they call themselves by English names: here they are hidden from
 * screen readers where they stand beside words, and given a word where they stand alone.
 */
import {
  CalendarOutlined,
  CheckCircleFilled,
  CheckOutlined,
  CloseCircleFilled,
  CloseOutlined,
  DownOutlined,
  EllipsisOutlined,
  ExclamationCircleFilled,
  EyeInvisibleOutlined,
  EyeOutlined,
  InfoCircleFilled,
  LoadingOutlined,
  RightOutlined,
  SearchOutlined,
} from '@ant-design/icons';
import type { ConfigProviderProps } from 'antd';

type Parts =
  | 'alert'
  | 'button'
  | 'collapse'
  | 'datePicker'
  | 'drawer'
  | 'inputPassword'
  | 'inputSearch'
  | 'modal'
  | 'select'
  | 'tabs';

export function componentIcons(words: {
  readonly clear: string;
  readonly remove: string;
  readonly search: string;
  readonly showPassword: string;
  readonly hidePassword: string;
}): Pick<ConfigProviderProps, Parts> {
  const clearIcon = <CloseCircleFilled aria-label={words.clear} />;
  const closeIcon = <CloseOutlined aria-hidden />;
  const loadingIcon = <LoadingOutlined aria-hidden spin />;
  return {
    alert: {
      successIcon: <CheckCircleFilled aria-hidden />,
      infoIcon: <InfoCircleFilled aria-hidden />,
      warningIcon: <ExclamationCircleFilled aria-hidden />,
      errorIcon: <CloseCircleFilled aria-hidden />,
    },
    button: { autoInsertSpace: false, loadingIcon },
    collapse: { expandIcon: ({ isActive }) => <RightOutlined aria-hidden rotate={isActive ? 90 : 0} /> },
    datePicker: { suffixIcon: <CalendarOutlined aria-hidden />, clearIcon },
    drawer: { closeIcon },
    inputPassword: {
      iconRender: (shown) =>
        shown ? (
          <EyeOutlined aria-label={words.hidePassword} />
        ) : (
          <EyeInvisibleOutlined aria-label={words.showPassword} />
        ),
    },
    inputSearch: { searchIcon: <SearchOutlined aria-label={words.search} /> },
    modal: { closeIcon },
    select: {
      suffixIcon: <DownOutlined aria-hidden />,
      menuItemSelectedIcon: <CheckOutlined aria-hidden />,
      removeIcon: <CloseOutlined aria-label={words.remove} />,
      clearIcon,
      loadingIcon,
    },
    tabs: { more: { icon: <EllipsisOutlined aria-hidden /> } },
  };
}

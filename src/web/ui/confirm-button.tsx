import { Button, type ButtonProps } from 'antd';
import { useFeedback } from './feedback.tsx';

/** A button that asks once more in words before it does what cannot be undone. */
export function ConfirmButton(props: {
  children: string;
  question: string;
  detail?: string;
  okText?: string;
  /** What the button is called where several of the same word stand on a page. */
  label?: string;
  onConfirm: () => Promise<unknown>;
  button?: Pick<ButtonProps, 'type' | 'danger' | 'size' | 'disabled' | 'loading'>;
}) {
  const { modal } = useFeedback();
  const { children, question, detail, okText = children, label, onConfirm, button = {} } = props;
  const ask = () => {
    modal.confirm({
      title: question,
      content: detail,
      okText,
      cancelText: '取消',
      okButtonProps: { danger: button.danger ?? false },
      // A failure is told by the caller's own message; the question closes either way.
      onOk: () => onConfirm().catch(() => undefined),
    });
  };
  return (
    <Button {...button} {...(label === undefined ? {} : { 'aria-label': label })} onClick={ask}>
      {children}
    </Button>
  );
}

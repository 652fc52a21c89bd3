import { Form, Modal } from 'antd';
import { TextEntry, within } from './text-entry.tsx';

/** Asks for a written reason before something is done; it cannot be left empty. */
export function ReasonModal(props: {
  title: string;
  label: string;
  okText: string;
  maxLength: number;
  open: boolean;
  busy: boolean;
  onReason: (reason: string) => void;
  onCancel: () => void;
}) {
  const { title, label, okText, maxLength, open, busy, onReason, onCancel } = props;
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      title={title}
      open={open}
      okText={okText}
      cancelText="取消"
      confirmLoading={busy}
      destroyOnHidden
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      <Form form={form} layout="vertical" preserve={false} onFinish={({ reason }) => onReason(reason.trim())}>
        <Form.Item
          name="reason"
          label={label}
          rules={[{ required: true, whitespace: true, message: `请填写${label}` }, within(maxLength)]}
        >
          <TextEntry widget="paragraphs" maxLength={maxLength} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}

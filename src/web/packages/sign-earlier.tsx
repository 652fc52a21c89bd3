import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { todayInChina } from '../lib/formats.ts';

/** For what came on paper first: signs for it as of the day it was really received. Not before it was sealed (decision 4). */
export function SignEarlier({ sealedOn, onSign }: { sealedOn: string; onSign: (on: string) => Promise<unknown> }) {
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<{ on: string }>();
  const close = () => setOpen(false);
  // A failure is told by the page; the question closes either way.
  const sign = ({ on }: { on: string }) => onSign(on).then(close, close);
  return (
    <>
      <Button type="link" onClick={() => setOpen(true)}>
        补登签收
      </Button>
      <Modal
        open={isOpen}
        title="补登签收"
        okText="签收"
        cancelText="取消"
        destroyOnHidden
        onOk={() => form.submit()}
        onCancel={close}
      >
        <Form form={form} layout="vertical" preserve={false} initialValues={{ on: sealedOn }} onFinish={sign}>
          <Form.Item
            name="on"
            label="实际收到日期"
            extra="纸质件先行收到的，填写实际收到的日期；系统同时记录登记的时间。"
            rules={[{ required: true, message: '请填写实际收到日期' }]}
          >
            <Input type="date" className="date-field" min={sealedOn} max={todayInChina()} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}

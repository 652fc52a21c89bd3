import { Drawer, Modal } from 'antd';
import type { ReactNode } from 'react';
import './answer-sheet.css';
import { useIsPhone } from './use-is-phone.ts';

/** Asks for an answer: from the bottom of a phone, where the thumb is, and in the middle of a larger screen. */
export function AnswerSheet(props: {
  title: string;
  open: boolean;
  onClose: () => void;
  /** The answers as buttons, the one that is meant first. */
  answers: ReactNode;
  children: ReactNode;
}) {
  const { title, open, onClose, answers, children } = props;
  const isPhone = useIsPhone();
  if (!isPhone) {
    return (
      <Modal title={title} open={open} onCancel={onClose} footer={answers} destroyOnHidden>
        {children}
      </Modal>
    );
  }
  return (
    <Drawer
      title={title}
      placement="bottom"
      size="auto"
      open={open}
      onClose={onClose}
      footer={<div className="answer-buttons">{answers}</div>}
      destroyOnHidden
    >
      {children}
    </Drawer>
  );
}

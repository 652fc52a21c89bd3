import { Modal, message } from 'antd';
import { createContext, type ReactNode, useContext, useMemo } from 'react';

type Feedback = {
  message: ReturnType<typeof message.useMessage>[0];
  modal: ReturnType<typeof Modal.useModal>[0];
};

const FeedbackContext = createContext<Feedback | undefined>(undefined);

/** What pages say in passing, and what they ask before they act. antd's own frame for this would bring its notifications along. */
export function FeedbackProvider({ children }: { children: ReactNode }) {
  const [messages, messageHolder] = message.useMessage({ maxCount: 3 });
  const [modals, modalHolder] = Modal.useModal();
  const feedback = useMemo(() => ({ message: messages, modal: modals }), [messages, modals]);
  return (
    <FeedbackContext value={feedback}>
      {messageHolder}
      {modalHolder}
      {children}
    </FeedbackContext>
  );
}

/** Short messages and questions. Throws outside FeedbackProvider. */
export function useFeedback(): Feedback {
  const feedback = useContext(FeedbackContext);
  if (feedback === undefined) throw new Error('useFeedback is used outside FeedbackProvider.');
  return feedback;
}

import { Modal } from 'antd';
import { useMemo } from 'react';
import { draftSchema } from '../../contract/interpellations.ts';
import type { Interpellation } from '../../domain/handling/handling-state.ts';
import { organsOfBody } from '../../domain/organisation/facts.ts';
import { useLinkage } from '../lib/linkage.ts';
import { useMe } from '../lib/me.ts';
import type { Typed } from '../lib/schema-form.ts';
import { FormFromSchema } from '../ui/form/form-from-schema.tsx';
import { MessageBox } from '../ui/message-box.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';

/** What the law has a 质询案 say: to whom, what is asked, and the content (监督法 §51). */
export function MotionForm(props: {
  title: string;
  note: string | undefined;
  initial?: Typed;
  submitText: string;
  error: Error | null;
  busy: boolean;
  onSubmit: (words: Interpellation) => void;
  onClose: () => void;
}) {
  const { title, note, initial, submitText, error, busy, onSubmit, onClose } = props;
  const organ = useOwnOrgans();
  const options = useMemo(() => ({ organ }), [organ]);
  return (
    <Modal open title={title} footer={null} onCancel={onClose} width={640}>
      <ProblemAlert error={error} />
      {note === undefined ? null : <MessageBox type="info" title={note} />}
      <FormFromSchema
        schema={draftSchema}
        {...(initial === undefined ? {} : { initial })}
        options={options}
        submitText={submitText}
        busy={busy}
        onSubmit={onSubmit}
      />
    </Modal>
  );
}

/** Organs that the own body supervises: nobody else is asked (ORG-09). */
function useOwnOrgans() {
  const me = useMe().data;
  const linkage = useLinkage().data;
  return useMemo(
    () =>
      (linkage === undefined ? [] : organsOfBody(linkage.organisation, me?.bodyId)).map(({ id, name }) => ({
        value: id,
        label: name,
      })),
    [linkage, me],
  );
}

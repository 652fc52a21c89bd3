import { Modal } from 'antd';
import { useMemo } from 'react';
import { addLeaderDuty, changeLeaderDuty, type LeaderDutyView } from '../../contract/leader-duties.ts';
import type { Level } from '../../domain/organisation/tenant.ts';
import { useDutyChanges } from '../lib/leader-duties.ts';
import { serverFieldErrors } from '../lib/schema-form.ts';
import { useFeedback } from '../ui/feedback.tsx';
import { FormFromSchema } from '../ui/form/form-from-schema.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';

const added = addLeaderDuty.body;
const changed = changeLeaderDuty.body.omit({ version: true });

type Props = {
  /** The one that is corrected; without it a new one is entered. */
  duty: LeaderDutyView | undefined;
  people: readonly { value: string; label: string }[];
  /** Whom a new one begins with. */
  personId: string | undefined;
  level: Level;
  onClose: () => void;
};

/** One duty of one leader, or of several who go together; a county says besides whether the city is told of the days. */
export function DutyForm({ duty, people, personId, level, onClose }: Props) {
  const { add, change } = useDutyChanges();
  const { message } = useFeedback();
  const options = useMemo(() => ({ person: people }), [people]);
  const done = (text: string) => ({
    onSuccess: () => {
      void message.success(text);
      onClose();
    },
  });
  const shared = { options, submitText: '保存' };
  return (
    <Modal open title={duty === undefined ? '登记公务' : '更正公务'} footer={null} onCancel={onClose} width={560}>
      <ProblemAlert error={add.error ?? change.error} />
      {duty === undefined ? (
        <FormFromSchema
          {...shared}
          schema={level === 'city' ? added.omit({ isTold: true }) : added}
          initial={{ personIds: personId === undefined ? [] : [personId] }}
          busy={add.isPending}
          serverErrors={serverFieldErrors(add.error)}
          onSubmit={(value) => add.mutate(value, done('已登记'))}
        />
      ) : (
        <FormFromSchema
          {...shared}
          schema={level === 'city' ? changed.omit({ isTold: true }) : changed}
          initial={{ ...duty }}
          busy={change.isPending}
          serverErrors={serverFieldErrors(change.error)}
          onSubmit={(value) => change.mutate({ ...value, id: duty.id, version: duty.version }, done('已更正'))}
        />
      )}
    </Modal>
  );
}

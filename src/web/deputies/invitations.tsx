import { Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { Link } from 'react-router';
import type { OwnInvitation } from '../../contract/deputies.ts';
import { limits } from '../../contract/fields.ts';
import {
  activityNames,
  type InvitationStanding,
  invitationStandingNames,
  invitationStandingOf,
  isAttendanceDay,
  mayWithdraw,
  openInvitationsFirst,
} from '../../domain/safeguards/invitation.ts';
import { paths } from '../app/paths.ts';
import { dateWithWeekday, distanceText, momentText, todayInChina } from '../lib/formats.ts';
import { useFeedback } from '../ui/feedback.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { ReasonModal } from '../ui/reason-modal.tsx';
import { StateTag, type Tone } from '../ui/state-tag.tsx';
import { useInvitation } from './deputies-api.ts';
import { ExportOwn, Few } from './few.tsx';

/** Activities the deputy is invited to: an answer with one tap, and on the day the code that is shown there. */
export function Invitations({ invitations }: { invitations: readonly OwnInvitation[] }) {
  return (
    <section className="section" aria-labelledby="invitations-title" id="invitations">
      <h2 id="invitations-title">邀请</h2>
      <Few
        rows={openInvitationsFirst(invitations, todayInChina())}
        none="目前没有邀请您参加的活动。"
        render={(invitation) => (
          <li key={`${invitation.caseId}/${invitation.id}`} className="deputy-item">
            <InvitationItem invitation={invitation} />
          </li>
        )}
      />
      <ExportOwn list="invitations" rows={invitations} />
    </section>
  );
}

const tones = {
  'to-answer': 'soon',
  coming: 'ready',
  declined: 'off',
  came: 'done',
  over: 'off',
} as const satisfies Record<InvitationStanding, Tone>;

function InvitationItem({ invitation }: { invitation: OwnInvitation }) {
  const { caseId, caseName, activity, day, text, cameAt } = invitation;
  const today = todayInChina();
  const standing = invitationStandingOf(invitation, today);
  const { answer, attend } = useInvitation(invitation);
  return (
    <>
      <div className="deputy-item-head">
        <h3>
          {activityNames[activity]}：<Link to={paths.caseOf(caseId)}>{caseName}</Link>
        </h3>
        <StateTag tone={tones[standing]} text={invitationStandingNames[standing]} />
      </div>
      {day === null ? null : (
        <p>
          {dateWithWeekday(day)}
          <span className="deputy-quiet">，{distanceText(today, day)}</span>
        </p>
      )}
      <p>{text}</p>
      {cameAt === null ? null : <p className="deputy-quiet">{momentText(cameAt)}签到</p>}
      <ProblemAlert error={answer.error} />
      {mayWithdraw(invitation, today) ? (
        <Withdraw answer={answer} about={`${activityNames[activity]}：${caseName}`} />
      ) : null}
      {standing === 'to-answer' ? <Answer answer={answer} about={`${activityNames[activity]}：${caseName}`} /> : null}
      {cameAt === null && isAttendanceDay({ day }, today) ? <CodeForm attend={attend} /> : null}
    </>
  );
}

type Deeds = ReturnType<typeof useInvitation>;

function Answer({ answer, about }: { answer: Deeds['answer']; about: string }) {
  const { message } = useFeedback();
  const [isDeclining, setDeclining] = useState(false);
  return (
    <div className="deputy-deeds">
      <Button
        type="primary"
        size="large"
        loading={answer.isPending}
        aria-label={`参加：${about}`}
        onClick={() =>
          answer.mutate({ outcome: 'accepted' }, { onSuccess: () => void message.success('已答复：参加') })
        }
      >
        参加
      </Button>
      <Button size="large" aria-label={`不能参加：${about}`} onClick={() => setDeclining(true)}>
        不能参加
      </Button>
      <ReasonModal
        title="不能参加"
        label="不能参加的理由"
        okText="答复"
        maxLength={limits.longText}
        open={isDeclining}
        busy={answer.isPending}
        onCancel={() => setDeclining(false)}
        onReason={(reason) =>
          answer.mutate(
            { outcome: 'declined', reason },
            { onSuccess: () => void message.success('已答复：不能参加'), onSettled: () => setDeclining(false) },
          )
        }
      />
    </div>
  );
}

/** Whoever said that he comes and cannot says so before the day, with the reason, and the office reads it. */
function Withdraw({ answer, about }: { answer: Deeds['answer']; about: string }) {
  const { message } = useFeedback();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="deputy-deeds">
      <Button aria-label={`改为不能参加：${about}`} onClick={() => setOpen(true)}>
        改为不能参加
      </Button>
      <ReasonModal
        title="改为不能参加"
        label="不能参加的理由"
        okText="答复"
        maxLength={limits.longText}
        open={isOpen}
        busy={answer.isPending}
        onCancel={() => setOpen(false)}
        onReason={(reason) =>
          answer.mutate(
            { outcome: 'declined', reason },
            { onSuccess: () => void message.success('已改为不能参加'), onSettled: () => setOpen(false) },
          )
        }
      />
    </div>
  );
}

/** Six digits and one tap. */
function CodeForm({ attend }: { attend: Deeds['attend'] }) {
  const { message } = useFeedback();
  const id = useId();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attend.mutate(code, { onSuccess: () => void message.success('已签到') });
  };
  return (
    <form className="deputy-code" onSubmit={submit}>
      <ProblemAlert error={attend.error} />
      <label htmlFor={id}>签到码（现场出示的六位数字）</label>
      <div className="deputy-deeds">
        <Input
          id={id}
          size="large"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
        />
        <Button type="primary" size="large" htmlType="submit" disabled={code.length !== 6} loading={attend.isPending}>
          签到
        </Button>
      </div>
    </form>
  );
}

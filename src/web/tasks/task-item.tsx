import { Link } from 'react-router';
import type { ReminderView } from '../../contract/reminders.ts';
import type { Me } from '../../contract/sign-in.ts';
import type { TaskView } from '../../contract/tasks.ts';
import type { Explanation } from '../../domain/calendar/explanation.ts';
import { fillsInFor } from '../../domain/procedure/performers.ts';
import { type Performer, performerNames } from '../../domain/procedure/step.ts';
import { awaitsConfirmation } from '../../domain/procedure/waiting-decisions.ts';
import { obligationStateNames, waitOf } from '../../domain/procedure/worklist.ts';
import { forceText } from '../../domain/refusal.ts';
import { paths } from '../app/paths.ts';
import { actOfStep } from '../lib/act-kinds.ts';
import { dateWithWeekday, distanceText, todayInChina, withDateWords } from '../lib/formats.ts';
import { has } from '../lib/me.ts';
import { remindedText } from '../lib/reminders.ts';
import { undatedWords } from '../lib/undated-words.ts';
import { clauseWords, obligationTones, reasonOf } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { DateWithReason } from '../ui/date-with-reason.tsx';
import { StateTag } from '../ui/state-tag.tsx';

type Props = { task: TaskView; me: Me; reason: Explanation | undefined; reminders: readonly ReminderView[] };

/** One duty: what, for which case, by when with its reason, under which clause, and why it stands where it stands. */
export function TaskItem({ task, me, reason, reminders }: Props) {
  const wait = waitOf(task.why);
  return (
    <>
      <div className="task-main">
        <h3>
          <Link to={addressOf(task, me)}>{task.title}</Link>
        </h3>
        <p className="task-case">
          <Link to={paths.caseOf(task.caseId)}>{task.caseName}</Link>
        </p>
        {reminders.length === 0 ? null : <p className="task-reminded">{remindedText(reminders)}</p>}
        {wait === '' ? null : <p className="task-why">{withDateWords(wait)}</p>}
      </div>
      <div className="task-side">
        {task.isEntered ? (
          <StateTag tone="soon" text={awaitsConfirmation} />
        ) : (
          <StateTag tone={obligationTones[task.state]} text={obligationStateNames[task.state]} />
        )}
        <p className="task-due">
          {task.due === null ? (
            undatedWords(task.why)
          ) : (
            <>
              <DateWithReason date={task.due} reason={reasonOf(reason)} text={dateWithWeekday(task.due)} />
              <span className="task-distance">{distanceText(todayInChina(), task.due)}</span>
            </>
          )}
        </p>
        <p className="task-basis">
          <ClauseTag id={task.clause} text={clauseWords(task.clause)} />
          <span>{forceText(task.force, reason?.force)}</span>
          <span>{performerName(task.performer)}</span>
        </p>
      </div>
    </>
  );
}

function addressOf(task: TaskView, me: Me): string {
  // Nobody enters it a second time; it stands with what waits.
  if (task.isEntered && has(me, 'chairperson', 'office-clerk')) return paths.confirmations;
  const act = actOfStep(task.stepId, me.level, me.kind);
  if (act?.by !== 'receipt' && !fillsInFor(me.roles, task.performer)) return paths.caseOf(task.caseId);
  if (act === undefined) return paths.actsOf(task.caseId);
  return act.by === 'receipt' ? paths.packages : paths.act(task.caseId, act.kind);
}

function performerName(performer: string): string {
  return performer in performerNames ? performerNames[performer as Performer] : performer;
}

import type { TrackSession } from './case.ts';
import { bodyTrackOf } from './case-context.ts';
import type { DueQuestion } from './due-dates.ts';

/** REP-01…03 (监督法 §15), and the naming of the organ, which is due by the same day only because its draft is. */
const reportSteps: readonly string[] = [
  'name-responsible-organs',
  'submit-draft-report',
  'receive-draft-report',
  'submit-final-report',
  'receive-final-report',
  'distribute-report',
];
const noticeStep = 'send-session-notice';

/**
 * REP-04: where a sitting was called out of turn (临时召集), or the topic was put on it out of turn (临时确定), the days by which a report has
 * to be where are waived if the customer's own rule says so (浙江监督条例 §13, 北京 §9); national law knows no such exception. What is waived is
 * then due when the sitting opens. Gives the note that says so, with the decision of the council it rests on. The notice of seven days
 * excepts a sitting called out of turn by itself (SES-02).
 */
export function reportWaiverOf({ step, track, context, rules }: DueQuestion): string | undefined {
  const body = bodyTrackOf(track, context);
  if (body?.session === undefined) return undefined;
  if (step.id === noticeStep) {
    return body.session.extraordinary === true ? '会议临时召集，不适用提前七日通知的期限。' : undefined;
  }
  if (rules.settings.extraordinaryReports !== 'waived' || !reportSteps.includes(step.id)) return undefined;
  const why = whyWaived(body.session);
  if (why === undefined) return undefined;
  const decision = body.done['convene-session'];
  const decided = decision === undefined ? '' : `（主任会议${decision.on}决定，第${decision.seq}号法定行为）`;
  return `${why}${decided}，依本级规定不适用专项工作报告提前送交的期限。`;
}

function whyWaived({ extraordinary, unplanned }: TrackSession): string | undefined {
  if (extraordinary === true) return '会议临时召集';
  return unplanned === true ? '议题临时确定' : undefined;
}

import { dayText, withDayTexts } from '../calendar/day-text.ts';
import type { PlainDateText } from './case.ts';
import type { Expectation } from './city-expects.ts';
import { waitOf } from './worklist.ts';

/** What travelled to the city, and when it signed for it. */
export type SentUp = { sealedOn: PlainDateText; receivedOn: PlainDateText | undefined };

/** What the city does and the county is there for: its words are the date's own. */
const citysDays: readonly string[] = ['record-county-statements', 'record-visit'];

/** How far it has come, in words: that it was sent, where it was, and the rest of the sentence. */
export type Course = { sent: string | undefined; rest: string };

/** When it was done; where it travels, whether the city has signed for it; otherwise what it waits for. */
export function courseOf(
  { stepId, doneOn, why }: Pick<Expectation, 'stepId' | 'doneOn' | 'why'>,
  sentUp: SentUp | undefined,
): Course {
  if (sentUp !== undefined) {
    const { sealedOn, receivedOn } = sentUp;
    const rest = receivedOn === undefined ? '市人大常委会尚未签收' : `市人大常委会${dayText(receivedOn)}签收`;
    return { sent: `${dayText(sealedOn)}报送`, rest };
  }
  if (doneOn !== undefined) return { sent: undefined, rest: `${dayText(doneOn)}完成` };
  const wait = citysDays.includes(stepId) ? why : waitOf(why);
  return { sent: undefined, rest: wait === '' ? '可以办理' : withDayTexts(wait) };
}

import { councilIdsOn, memberIdsOn } from '../../domain/organisation/facts.ts';
import type { Facts } from '../../domain/procedure/act.ts';
import { explainMajority, explainQuorum, isMajority, majorityOf, quorumOf } from '../../domain/session/thresholds.ts';
import type { Notes } from '../ui/form/notes.ts';

/** What the number of people who came, or who are in favour, means by the law, while they are being ticked. */
export function peopleNotes({ organisation, own, on }: Facts): Notes {
  const members = memberIdsOn(organisation, own.bodyId, on).length;
  const council = councilIdsOn(organisation, own.bodyId, on).length;
  return {
    member: (present) => `${explainQuorum(members).explain}${reached(present, quorumOf(members))}`,
    'council-member': (present) =>
      `主任会议组成人员${council}人，须有过半数即${majorityOf(council)}人以上出席。${reached(present, majorityOf(council))}`,
    vote: (inFavour) =>
      `${explainMajority(members).explain}${inFavour === 0 ? '' : `按目前登记：${isMajority(inFavour, members) ? '通过' : '未通过'}。`}`,
  };
}

function reached(present: number, needed: number): string {
  return present >= needed ? '已经够数。' : `还差${needed - present}人。`;
}

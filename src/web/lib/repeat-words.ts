import { verdictNames } from '../../domain/handling/demand.ts';
import { type EarlierProblem, type RepeatKind, repeatKindNames } from '../../domain/handling/earlier-problem.ts';

export const repeatTones = {
  'after-met': 'overdue',
  'after-not-met': 'overdue',
  'after-partly-met': 'soon',
  unjudged: 'soon',
} as const satisfies Record<RepeatKind, string>;

/** What an earlier problem stood as, in words: how it stands again, which it was, and what became of it. */
export function repeatWords(one: EarlierProblem, nameOf: (tenantId: string) => string) {
  const { caseId, demandId, kind, year, caseName, no, problem, organId, place, words } = one;
  return {
    key: `${caseId}/${demandId}`,
    tone: repeatTones[kind],
    tag: repeatKindNames[kind],
    text: `${year}年“${caseName}”审议要求第${no}项：${problem}`,
    told: `（${nameOf(organId)}办理${judgedText(one)}${placeTexts[place]}；共同的词：${words.join('、')}）`,
  };
}

const placeTexts = { same: '；同一地点', other: '；另一地点', unknown: '' } satisfies Record<
  EarlierProblem['place'],
  string
>;

function judgedText({ judged }: EarlierProblem): string {
  if (judged === null) return '，尚未评价';
  const reason = judged.reason === '' ? '' : `，理由：${judged.reason.replace(/。$/u, '')}`;
  return `，第${judged.round}轮评价${verdictNames[judged.verdict]}${reason}`;
}

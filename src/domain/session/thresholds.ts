import type { Level } from '../organisation/tenant.ts';

/** A number of people that the law asks for, with the sentence a screen shows beside it. */
export type Threshold = { needed: number; explain: string };

/** 过半数 of all members, never of those present: ⌊n/2⌋+1 (组织法 §51; 监督法 §62 for removals). */
export function majorityOf(memberCount: number): number {
  return Math.floor(memberCount / 2) + 1;
}

/** Members who must be present for a session to open and to vote: more than half of all (组织法 §51). */
export function quorumOf(memberCount: number): number {
  return majorityOf(memberCount);
}

/** 五分之一以上 of all members: ⌈n/5⌉, the figure included (监督法 §56, §61). */
export function fifthOf(memberCount: number): number {
  return Math.ceil(memberCount / 5);
}

/** Members who together may put an interpellation 质询案: city 5, county 3 (监督法 §51; 组织法 §53). */
export const interpellationSignatories = { city: 5, county: 3 } as const satisfies Record<Level, number>;

/** Members who together may move an item 议案: city 5, county 3 (组织法 §52). */
export const motionSignatories = { city: 5, county: 3 } as const satisfies Record<Level, number>;

/** Does a decision pass? More than half of all members in favour; abstentions and absences count as not in favour. */
export function isMajority(inFavour: number, memberCount: number): boolean {
  return inFavour >= majorityOf(memberCount);
}

/** May the movers of an interpellation ask for a second answer? Strictly more than half of them are dissatisfied (监督法 §53). */
export function mayAskAgain(dissatisfied: number, signatories: number): boolean {
  return dissatisfied * 2 > signatories;
}

export function explainQuorum(memberCount: number): Threshold {
  const needed = quorumOf(memberCount);
  return {
    needed,
    explain: `全体组成人员${memberCount}人，须有过半数即${needed}人以上出席，始得举行会议（组织法第五十一条）。`,
  };
}

export function explainMajority(memberCount: number): Threshold {
  const needed = majorityOf(memberCount);
  return {
    needed,
    explain: `全体组成人员${memberCount}人，以全体组成人员（而非出席人员）过半数即${needed}票赞成通过（组织法第五十一条）。`,
  };
}

export function explainFifth(memberCount: number): Threshold {
  const needed = fifthOf(memberCount);
  return {
    needed,
    explain: `全体组成人员${memberCount}人，五分之一以上即${needed}人书面联名（监督法第五十六条、第六十一条）。`,
  };
}

export function explainInterpellation(level: Level): Threshold {
  const needed = interpellationSignatories[level];
  return { needed, explain: `${levelName(level)}组成人员${needed}人以上书面联名可以提出质询案（监督法第五十一条）。` };
}

export function explainMotion(level: Level): Threshold {
  const needed = motionSignatories[level];
  return { needed, explain: `${levelName(level)}组成人员${needed}人以上联名可以提出议案（组织法第五十二条）。` };
}

function levelName(level: Level): string {
  return level === 'city' ? '市人大常委会' : '县级人大常委会';
}

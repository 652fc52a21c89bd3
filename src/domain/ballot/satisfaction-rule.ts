import { majorityOf } from '../session/thresholds.ts';
import { type Grade, gradeNames, type PaperCount } from './satisfaction.ts';
import { validOf } from './shares.ts';

/** Whom a share is counted of: all members, those present at the vote, or the valid papers. */
export type Denominator = 'all-members' | 'present' | 'valid';

export const denominatorNames = {
  'all-members': '全体组成人员',
  present: '出席的组成人员',
  valid: '有效票',
} satisfies Record<Denominator, string>;

export const satisfactionRuleIds = [
  'majority-of-members',
  'majority-of-present',
  'two-thirds-of-members',
  'rate-of-valid',
  'veto',
  'counts-only',
] as const;
export type SatisfactionRuleId = (typeof satisfactionRuleIds)[number];

export const satisfactionRuleNames = {
  'majority-of-members': '全体组成人员过半数',
  'majority-of-present': '出席组成人员过半数',
  'two-thirds-of-members': '全体组成人员三分之二以上',
  'rate-of-valid': '满意率分档（80%、60%）',
  veto: '不满意过半数',
  'counts-only': '只公布票数，不评定等次',
} satisfies Record<SatisfactionRuleId, string>;

/**
 * How counts become a grade (domain dossier §5): local law differs, so the rule is versioned data with its basis. A result keeps the id
 * and version it was graded by; a version, once used, never changes.
 */
export type SatisfactionRule = {
  id: SatisfactionRuleId;
  version: number;
  name: string;
  basis: string;
  denominator: Denominator;
  grading: MajorityTier | TwoThirds | RateTier | Veto | CountsOnly;
};

/** 满意 over half, else 满意 and 基本满意 together over half. */
type MajorityTier = { kind: 'majority-tier' };
/** As the majority tier, with two thirds in place of more than half. */
type TwoThirds = { kind: 'two-thirds' };
/** Share of 满意 and 基本满意 together, in per cent; a share that reaches the bound has it. */
type RateTier = { kind: 'rate-tier'; satisfied: number; basicallySatisfied: number };
/** Only 不满意 over half has an effect. */
type Veto = { kind: 'veto' };
/** Counts and shares are published and nobody is graded (domain dossier §5.1 V6, §5.2 F). */
type CountsOnly = { kind: 'counts-only' };

export const satisfactionRules: readonly SatisfactionRule[] = [
  {
    id: 'majority-of-members',
    version: 1,
    name: satisfactionRuleNames['majority-of-members'],
    basis: '组织法第五十一条（比照）；本级另有规定的从其规定',
    denominator: 'all-members',
    grading: { kind: 'majority-tier' },
  },
  {
    id: 'majority-of-present',
    version: 1,
    name: satisfactionRuleNames['majority-of-present'],
    basis: '本级满意度测评办法',
    denominator: 'present',
    grading: { kind: 'majority-tier' },
  },
  {
    id: 'two-thirds-of-members',
    version: 1,
    name: satisfactionRuleNames['two-thirds-of-members'],
    basis: '本级满意度测评办法',
    denominator: 'all-members',
    grading: { kind: 'two-thirds' },
  },
  {
    id: 'rate-of-valid',
    version: 1,
    name: satisfactionRuleNames['rate-of-valid'],
    basis: '本级满意度测评办法',
    denominator: 'valid',
    grading: { kind: 'rate-tier', satisfied: 80, basicallySatisfied: 60 },
  },
  {
    id: 'veto',
    version: 1,
    name: satisfactionRuleNames.veto,
    basis: '本级满意度测评办法',
    denominator: 'all-members',
    grading: { kind: 'veto' },
  },
  {
    id: 'counts-only',
    version: 1,
    name: satisfactionRuleNames['counts-only'],
    basis: '本级满意度测评办法',
    denominator: 'valid',
    grading: { kind: 'counts-only' },
  },
];

export function findSatisfactionRule(id: string, version: number): SatisfactionRule | undefined {
  return satisfactionRules.find((rule) => rule.id === id && rule.version === version);
}

/** No grade where the rule gives none. */
export type Graded = { grade: Grade | null; explanation: string };

/**
 * The grade of a count with its working, recomputable by anybody from the same figures. What reaches no tier takes the lower grade
 * (SAT-07). `members` and `present` are those at the moment of the ballot.
 */
export function gradeOf(rule: SatisfactionRule, count: PaperCount, members: number, present: number): Graded {
  const base = { 'all-members': members, present, valid: validOf(count) }[rule.denominator];
  const whole = `${denominatorNames[rule.denominator]}${base}`;
  switch (rule.grading.kind) {
    case 'majority-tier':
      return byMajority(count, base, whole);
    case 'two-thirds':
      return byTwoThirds(count, base, whole);
    case 'rate-tier':
      return byRate(rule.grading, count, base, whole);
    case 'veto':
      return byVeto(count, base, whole);
    case 'counts-only':
      return countsOnly(count, base, whole);
  }
}

function byMajority(count: PaperCount, base: number, whole: string): Graded {
  return byTier(count, { needed: majorityOf(base), name: '过半数', reached: '过半数', missed: '未过半数' }, whole);
}

/** 三分之二以上 includes its figure: ⌈2n/3⌉. Of nobody, nobody is two thirds. */
function byTwoThirds(count: PaperCount, base: number, whole: string): Graded {
  const needed = Math.max(1, Math.ceil((base * 2) / 3));
  return byTier(count, { needed, name: '三分之二以上', reached: '达到三分之二', missed: '未达到三分之二' }, whole);
}

type Tier = { needed: number; name: string; reached: string; missed: string };

function byTier(count: PaperCount, { needed, name, reached, missed }: Tier, whole: string): Graded {
  const together = count.satisfied + count.basicallySatisfied;
  const tallies = `${whole}，${name}为${needed}；满意${count.satisfied}，满意与基本满意合计${together}`;
  if (count.satisfied >= needed) return explained('satisfied', `${tallies}，满意${reached}`);
  if (together >= needed) return explained('basically-satisfied', `${tallies}，合计${reached}`);
  return explained('unsatisfied', `${tallies}，均${missed}`);
}

function byRate(tier: RateTier, count: PaperCount, base: number, whole: string): Graded {
  const together = count.satisfied + count.basicallySatisfied;
  // Compared as whole numbers: 4 of 5 is 80 % exactly, whatever a division would make of it.
  const reaches = (percent: number) => base > 0 && together * 100 >= percent * base;
  const rate = base === 0 ? '0.00' : ((together * 100) / base).toFixed(2);
  const share = `${whole}，满意与基本满意合计${together}，占${rate}%`;
  if (reaches(tier.satisfied)) return explained('satisfied', `${share}，达到${tier.satisfied}%`);
  if (reaches(tier.basicallySatisfied))
    return explained('basically-satisfied', `${share}，达到${tier.basicallySatisfied}%`);
  return explained('unsatisfied', `${share}，未达到${tier.basicallySatisfied}%`);
}

function byVeto(count: PaperCount, base: number, whole: string): Graded {
  const needed = majorityOf(base);
  const tally = `${whole}，过半数为${needed}；不满意${count.unsatisfied}`;
  if (count.unsatisfied >= needed) return explained('unsatisfied', `${tally}，过半数`);
  return explained('satisfied', `${tally}，未过半数`);
}

/** Each count with its share to two decimals: a few 不满意 do not vanish in a grade. */
function countsOnly(count: PaperCount, base: number, whole: string): Graded {
  const share = (papers: number) => `${papers}（${base === 0 ? '0.00' : ((papers * 100) / base).toFixed(2)}%）`;
  const shares = `满意${share(count.satisfied)}、基本满意${share(count.basicallySatisfied)}、不满意${share(count.unsatisfied)}`;
  return { grade: null, explanation: `${whole}，${shares}；按规则只公布票数，不评定等次。` };
}

function explained(grade: Grade, working: string): Graded {
  return { grade, explanation: `${working}，评定为${gradeNames[grade]}。` };
}

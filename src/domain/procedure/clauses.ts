import type { Level } from '../organisation/tenant.ts';
import type { Force } from '../refusal.ts';
import type { CaseKind } from './case.ts';
import type { Stage } from './step.ts';

/** One sentence of the opinion that asks somebody for something, in the opinion's own words. Ids are cited everywhere. */
export type Clause = {
  id: string;
  stage: Stage;
  /** Which kind of case is judged by it. */
  case: Exclude<CaseKind, 'session'>;
  /** Only this level's tracks are judged, where both levels take a step and the opinion asks it under different clauses. */
  level?: Level;
  who: string;
  what: string;
  when: string;
  force: Force;
  /**
   * Other clauses whose steps this level takes under this one: a county hears its report by the steps of S3.5 and gives its opinion
   * by those of S3.7, but what the opinion asks of it is S3.1.
   */
  includes?: readonly string[];
  /** Kept by leaving things as they are: a settled topic is not changed lightly (S1.7). */
  keptBySilence?: true;
};

type ClauseText = Omit<Clause, 'id' | 'stage' | 'case'>;

function ofStage(
  stage: Stage,
  caseKind: Clause['case'],
  texts: Readonly<Record<string, ClauseText>>,
): readonly Clause[] {
  return Object.entries(texts).map(([id, text]) => ({ id, stage, case: caseKind, ...text }));
}

/** 二（一）1–2 */
const topics = ofStage('topics', 'year', {
  'S1.1': {
    who: '市人大常委会办公室和各县（市、区）人大常委会办公室',
    what: '同步开展下一年度联动监督议题征集工作，充分听取同级“一府一委两院”、各级人大代表等有关方面意见建议',
    when: '每年11—12月',
    force: 'must',
  },
  'S1.2': {
    who: '市县两级人大常委会办公室',
    what: '分别提出下一年度联动监督议题的初步建议',
    when: '每年11—12月',
    force: 'must',
  },
  'S1.3': {
    who: '市人大常委会',
    what: '组织各县（市、区）人大常委会进行专题会商，共同研究拟定联动监督计划建议方案（议题名称、牵头委室、审议时间等）',
    when: '提出初步建议后',
    force: 'must',
  },
  'S1.4': {
    who: '市县两级人大常委会',
    what: '按程序分别提请同级人大常委会主任会议审议后纳入各自下一年度工作要点和监督工作计划',
    when: '会商后',
    force: 'must',
  },
  'S1.5': {
    who: '市人大常委会主任会议',
    what: '负责选题的统筹，原则上每年确定3—5个联动监督事项',
    when: '每年',
    force: 'in-principle',
  },
  'S1.6': {
    who: '市人大常委会主任会议',
    what: '突出经济发展、科技城建设、民生事业、社会管理、生态环境保护等方面重点工作，既突出重点又涵盖一定的面',
    when: '每年',
    force: 'must',
  },
});

/** 二（一）3 */
const adjustments = ofStage('topics', 'topic', {
  'S1.7': {
    who: '市县两级人大常委会',
    what: '联动监督议题一经确定，原则上不作轻易调整；密切关注党委工作重心的新调整、中心工作的新要求、社会民生的新动向',
    when: '计划实施过程中',
    force: 'in-principle',
    keptBySilence: true,
  },
  'S1.8': {
    who: '市人大常委会会同各县（市、区）人大常委会',
    what: '进行会商，按程序对联动监督议题同步进行调整优化；县（市、区）人大常委会也可以提出调整建议',
    when: '必要时',
    force: 'must',
  },
});

/** 二（二） */
const research = ofStage('research', 'topic', {
  'S2.1': {
    who: '市人大常委会牵头责任委室会同县（市、区）人大常委会相关委室',
    what: '共同拟定实施方案，对监督重点、实地调研、座谈走访、会议审议等重点环节工作作出具体安排，提出明确要求',
    when: '市人大常委会会议召开前2个月',
    force: 'must',
  },
  'S2.2': {
    who: '市人大常委会主任会议',
    what: '审定实施方案后组织实施',
    when: '市人大常委会会议召开前2个月',
    force: 'must',
  },
  'S2.3': {
    who: '市人大常委会',
    what: '每一个联动监督事项均成立联合调研组，由主任、副主任任组长，由市县两级有关人员和代表组成，可以邀请专业人员参加',
    when: '实施方案审定后',
    force: 'must',
  },
  'S2.4': {
    who: '联合调研组',
    what: '实地调研覆盖每一个县（市、区），并根据工作需要覆盖有关园区',
    when: '调研期间',
    force: 'must',
  },
  'S2.5': {
    who: '联合调研组',
    what: '深入市级重点部门和县（市、区）、园区的重点单位、部门、企业、乡镇、村（社区），实地调研、听取汇报、组织座谈',
    when: '调研期间',
    force: 'must',
  },
  'S2.6': { who: '联合调研组', what: '可以引入第三方机构开展相关调研评估', when: '必要时', force: 'may' },
  'S2.7': {
    who: '各县（市、区）人大常委会',
    what: '根据工作需要，可以结合本地实际同步开展延伸调研',
    when: '联合调研同时',
    force: 'may',
  },
  'S2.8': {
    who: '联合调研组和各县（市、区）人大常委会',
    what: '分别形成高质量的调研报告，作为常委会会议审议的重要参考',
    when: '调研结束后',
    force: 'must',
  },
  'S2.9': {
    who: '各县（市、区）人大常委会',
    what: '形成的调研报告及时报送市人大常委会',
    when: '调研报告形成后',
    force: 'must',
  },
  'S2.10': {
    who: '市人大常委会',
    what: '调研报告充分吸纳各县（市、区）调研成果',
    when: '形成调研报告时',
    force: 'must',
  },
});

/** 二（三） */
const deliberation = ofStage('deliberation', 'topic', {
  'S3.1': {
    level: 'county',
    includes: ['S3.5', 'S3.7'],
    who: '各县（市、区）人大常委会',
    what: '先行召开常委会会议，结合调研情况认真审议同级“一府一委两院”有关工作报告，并提出审议意见',
    when: '原则上在市人大常委会举行会议的7日前',
    force: 'in-principle',
  },
  'S3.2': {
    level: 'county',
    who: '各县（市、区）人大常委会',
    what: '可以对有关工作开展专题询问、满意度测评',
    when: '必要时',
    force: 'may',
  },
  'S3.3': {
    who: '各县（市、区）人大常委会',
    what: '及时将有关工作报告、审议意见等监督工作情况报送市人大常委会',
    when: '审议结束后',
    force: 'must',
  },
  'S3.4': {
    who: '市人大常委会领导同志、有关责任委室',
    what: '组织召开专题会议，听取各县（市、区）人大常委会监督工作情况，汇总梳理后作为审议的重要参考',
    when: '县级会议之后、市级会议之前',
    force: 'must',
  },
  'S3.5': {
    level: 'city',
    who: '市人大常委会会议',
    what: '听取有关工作报告，结合调研情况和各县（市、区）人大常委会监督工作情况进行审议',
    when: '各项准备工作就绪后',
    force: 'must',
  },
  'S3.6': {
    who: '各县（市、区）人大常委会联系（分管）负责人',
    what: '列席会议并发表意见；根据需要可以邀请有关专业人员列席并提出意见建议',
    when: '市人大常委会会议期间',
    force: 'must',
  },
  'S3.7': {
    level: 'city',
    who: '牵头责任委室、主任会议、常委会会议',
    what: '充分吸纳县（市、区）监督成果，汇总梳理形成具有针对性和可操作性的审议意见，报主任会议审议同意后，提请会议表决',
    when: '会议期间',
    force: 'must',
  },
  'S3.8': {
    level: 'city',
    who: '市人大常委会会议',
    what: '可以对有关工作开展专题询问、满意度测评或作出决议决定',
    when: '必要时',
    force: 'may',
  },
});

/** 二（四） */
const results = ofStage('results', 'topic', {
  'S4.1': {
    who: '市县两级人大常委会',
    what: '将满意度测评结果、审议意见、决议决定等及时报送同级党委、印发同级“一府一委两院”及有关部门研究处理',
    when: '会议结束后及时',
    force: 'must',
  },
  'S4.2': {
    who: '市县两级牵头责任委室，由联系（分管）负责人牵头',
    what: '采取视察、调研、召开座谈会等形式，定期或不定期地开展跟踪检查，发现问题及时反馈并跟进督促落实',
    when: '会议结束后',
    force: 'must',
  },
  'S4.3': {
    who: '市县两级“一府一委两院”及有关部门',
    what: '向同级人大常委会报送决议决定执行情况、审议意见办理落实情况',
    when: '会后三个月内',
    force: 'must',
  },
  'S4.4': {
    who: '市县两级人大常委会会议',
    what: '分别对决议决定执行、审议意见办理落实工作开展满意度测评',
    when: '适时',
    force: 'must',
  },
  'S4.5': {
    who: '市县两级人大常委会',
    what: '对执行或办理落实不到位、测评为不满意的，进行“二次审议”或进一步运用询问、质询等监督方式',
    when: '适时',
    force: 'must',
  },
});

/** 三 */
const safeguards = ofStage('safeguards', 'topic', {
  'S5.1': {
    who: '市县两级人大常委会',
    what: '联动监督工作中的重大问题和重大事项，按规定及时向同级党委请示报告',
    when: '及时',
    force: 'must',
  },
  'S5.2': {
    who: '市人大常委会',
    what: '充分发挥统筹和指导作用，保持同各县（市、区）人大常委会的经常性沟通联系，切实加强工作指导',
    when: '经常',
    force: 'must',
  },
  'S5.3': {
    who: '市县两级人大常委会及同级“一府一委两院”',
    what: '建立完善工作联系、信息报送、发现问题及整改情况反馈等制度，及时研究新情况、反映新进展',
    when: '经常',
    force: 'must',
  },
  'S5.4': {
    who: '市县两级人大常委会',
    what: '邀请代表参加议题筛选、调研视察、会议审议、跟踪督办等活动',
    when: '全过程',
    force: 'must',
  },
  'S5.5': {
    who: '人大代表',
    what: '采取宣讲政策、反映民意、参与决策等方式了解有关工作情况，及时反映协调解决有关方面的问题',
    when: '全过程',
    force: 'must',
  },
  'S5.6': {
    who: '市县两级人大常委会',
    what: '认真总结探索与实践，总结好做法、好经验，切实抓好总结宣传',
    when: '适时',
    force: 'must',
  },
});

/**
 * The opinion of 23 February 2022 as requirements, in its order. “一府两院” of the original reads “一府一委两院” since the
 * supervisory commissions came under supervision (监督法 §6).
 */
export const clauses: readonly Clause[] = [
  ...topics,
  ...adjustments,
  ...research,
  ...deliberation,
  ...results,
  ...safeguards,
];

export function findClause(id: string): Clause | undefined {
  return clauses.find((clause) => clause.id === id);
}

import { dateText } from '../lib/formats.ts';

/** What the members of package contents are called (domain/package/contents.ts); what is not named here is an identifier. Shown in this order: sealing sorts the members by their letters. */
const titles: Readonly<Record<string, string>> = {
  no: '序号',
  title: '标题',
  text: '正文',
  note: '说明',
  reason: '理由',
  sources: '来源',
  domain: '领域',
  necessity: '必要性',
  feasibility: '可行性',
  topics: '议题',
  name: '名称',
  leadUnitId: '牵头委室',
  deliberationDate: '审议时间',
  trigger: '调整缘由',
  change: '调整内容',
  outcome: '结果',
  conclusion: '结论',
  date: '日期',
  focus: '监督重点',
  siteResearch: '实地调研',
  talks: '座谈走访',
  deliberation: '会议审议',
  countyTasks: '县（市、区）任务',
  agrees: '是否同意',
  comment: '意见',
  opinions: '各方面意见',
  source: '来源',
  paragraphs: '报告正文',
  part: '部分',
  findings: '发现问题',
  description: '具体情况',
  place: '地点',
  tenantId: '单位',
  parkId: '园区',
  organId: '机关',
  severity: '程度',
  reportTitle: '报告标题',
  answers: '逐项处理',
  answer: '处理',
  paragraphNo: '采纳于第几段',
  opinionAnswers: '对各方面意见的研究情况',
  sessionName: '会议',
  workReportTitle: '专项工作报告',
  opinion: '审议意见',
  demands: '审议要求',
  problem: '问题',
  problems: '发现的问题',
  assessment: '满意度测评',
  resolution: '决议决定',
  reportBy: '报告期限',
  handlingDue: '办理期限',
  round: '轮次',
  stance: '答复',
  measure: '整改措施',
  owner: '责任人',
  due: '期限',
  unfinished: '尚未办结的承诺',
  plan: '后续计划',
  verdicts: '逐项评价',
  verdict: '评价',
  step: '监督方式',
  requirement: '要求',
  form: '文种',
  matter: '事项',
  subject: '事由',
  about: '类别',
  grade: '等次',
  explanation: '计算',
  version: '版本',
};

/** Codes of the domain in the words of the screen. */
const words: Readonly<Record<string, string>> = {
  approved: '同意',
  returned: '退回',
  adjust: '同步调整',
  keep: '不作调整',
  withdraw: '撤销',
  accepted: '接受并承诺整改',
  disputed: '提出异议',
  adopted: '采纳',
  merged: '合并采纳',
  declined: '不采纳',
  met: '已落实',
  'partly-met': '部分落实',
  'not-met': '未落实',
  prominent: '突出',
  general: '一般',
  overview: '调研概况',
  problem: '问题',
  achievement: '成效',
  cause: '原因',
  suggestion: '建议',
  economy: '经济发展',
  'science-city': '科技城建设',
  livelihood: '民生事业',
  'social-governance': '社会管理',
  environment: '生态环境保护',
  rectify: '限期整改并再次报告',
  'second-deliberation': '二次审议',
  inquiry: '询问',
  interpellation: '质询',
  request: '请示',
  report: '报告',
  contact: '工作联系',
  information: '信息报送',
  guidance: '工作指导',
  'problem-and-rectification': '发现问题及整改情况反馈',
  satisfied: '满意',
  'basically-satisfied': '基本满意',
  unsatisfied: '不满意',
};

type NameOf = (id: string) => string | undefined;

/** The sealed content as it is, member by member, in Chinese. */
export function ContentView({ value, nameOf }: { value: unknown; nameOf: NameOf }) {
  if (Array.isArray(value)) {
    return (
      <ol className="content-list">
        {value.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sealed list never changes its order
          <li key={index}>
            <ContentView value={entry} nameOf={nameOf} />
          </li>
        ))}
      </ol>
    );
  }
  if (typeof value !== 'object' || value === null) return <span className="content-text">{textOf(value, nameOf)}</span>;
  // An object's member under any key is unknown; the list of titles says which are shown.
  const object = value as Readonly<Record<string, unknown>>;
  const members = Object.keys(titles).flatMap((key) => (isFilled(object[key]) ? [[key, object[key]] as const] : []));
  return (
    <dl className="facts content">
      {members.map(([key, member]) => (
        <div key={key}>
          <dt>{titles[key]}</dt>
          <dd>
            <ContentView value={member} nameOf={nameOf} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function textOf(value: unknown, nameOf: NameOf): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'string') return String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dateText(value);
  return nameOf(value) ?? words[value] ?? value;
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

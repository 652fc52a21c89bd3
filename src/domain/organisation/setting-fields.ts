import { satisfactionRuleNames } from '../ballot/satisfaction-rule.ts';
import type { Settings } from '../procedure/settings.ts';

export type SettingKey = Exclude<keyof Settings, 'version'>;

/** How one setting is shown to the people who decide it, and read back from what they write. */
export type SettingField<Value> = {
  title: string;
  /** Why it is open, and where the default comes from. */
  basis: string;
  /** What may be chosen, each in words; empty when `hint` alone says what may be written. */
  choices: readonly { value: Value; word: string }[];
  /** What may be written, for an error text. */
  hint: string;
  show: (value: Value) => string;
  /** Undefined when the text is none of what may be written. */
  read: (text: string) => Value | undefined;
};

/** Every setting of a linkage in the words of its users (domain dossier §1 a–g and what follows from the law). */
export const settingFields: { readonly [Key in SettingKey]: SettingField<Settings[Key]> } = {
  handlingBase: {
    title: '会后三个月起算日',
    basis: '意见“会后三个月”未写明起算日；默认自闭会之日，浙江、河南自收到审议意见之日',
    ...choice<Settings['handlingBase']>({ 'session-closes': '闭会之日', 'demands-received': '机关收到审议意见之日' }),
  },
  planDueMeans: {
    title: '两个月前应完成',
    basis: '意见“两个月前”可解为拟订或者审定；默认审定',
    ...choice<Settings['planDueMeans']>({ approved: '主任会议审定实施方案', drafted: '拟订实施方案' }),
  },
  countySessionMeans: {
    title: '七日前应完成',
    basis: '意见“7日前”可解为县级会议闭会或者开会；默认闭会',
    ...choice<Settings['countySessionMeans']>({ ended: '县级会议闭会', opened: '县级会议开会' }),
  },
  coverage: {
    title: '调研覆盖的认定',
    basis: '意见“覆盖每一个县”未写明由谁到场；默认联合调研组成员到场',
    ...choice<Settings['coverage']>({ 'joint-team': '联合调研组到场', 'any-visit': '联合调研组或者县级调研到场' }),
  },
  changedTopicsCount: {
    title: '年中调整的议题计入三至五个',
    basis: '意见“原则上3—5个”未写明；默认计入',
    ...choice<boolean, 'yes' | 'no'>({ yes: '是', no: '否' }, { yes: true, no: false }),
  },
  parksNeedCoverage: {
    title: '园区须纳入调研覆盖',
    basis: '意见“根据需要”；默认不强制',
    ...choice<boolean, 'yes' | 'no'>({ yes: '是', no: '否' }, { yes: true, no: false }),
  },
  electorate: {
    title: '满意度测评参加人',
    basis: '各地办法不一；默认到会组成人员',
    ...choice<Settings['electorate']>({ 'members-present': '到会组成人员', 'all-members': '全体组成人员' }),
  },
  satisfactionRule: {
    title: '满意度测评规则',
    basis: '国家法律未规定满意度测评；默认比照组织法第五十一条，以全体组成人员过半数评定',
    ...choice<Settings['satisfactionRule']>(satisfactionRuleNames),
  },
  extraordinaryReports: {
    title: '临时召集或者临时确定时的报告期限',
    basis: '监督法第十五条未作例外；浙江监督条例第十三条、北京办法第九条可以免除；默认不免除',
    ...choice<Settings['extraordinaryReports']>({ 'as-usual': '不免除', waived: '免除提前送交的期限' }),
  },
  speechRecords: {
    title: '会议发言记录的核对',
    basis: '浙江、重庆、广东议事规则要求发言人核对发言记录；本省本市的规定由使用单位确定；默认不要求',
    ...choice<Settings['speechRecords']>({ 'not-required': '不要求', confirmed: '发言人核对后方可办结' }),
  },
  handOverDays: {
    title: '交办期限（日）',
    basis: '意见“及时”；各地五、七、十日不等，默认七日',
    ...days(1, 30),
  },
  restDayShift: {
    title: '期限届满日遇休息日',
    basis: '参照《民法典》第二百零三条；默认法定节假日和周末均顺延',
    ...choice<Settings['restDayShift']>({
      none: '不顺延',
      holidays: '遇法定节假日顺延',
      'holidays-and-weekends': '遇法定节假日和周末顺延',
    }),
  },
  digest: {
    title: '法定行为链摘要算法',
    basis: '密码应用要求由使用单位确定；默认SHA-256',
    ...choice<Settings['digest']>({ 'sha-256': 'SHA-256', sm3: 'SM3' }),
  },
};

// A cast: Object.keys gives the keys of the literal above, whose type lists exactly the keys of Settings but the version.
export const settingKeys = Object.keys(settingFields) as readonly SettingKey[];

/** What a setting says now, in words. */
export function showSetting<Key extends SettingKey>(key: Key, settings: Pick<Settings, Key>): string {
  return settingFields[key].show(settings[key]);
}

/** Settings with one of them read from words; undefined when the words are none of its options. */
export function withSetting(settings: Settings, key: SettingKey, text: string): Settings | undefined {
  const value = settingFields[key].read(text);
  return value === undefined ? undefined : { ...settings, [key]: value };
}

type Words<Value> = Pick<SettingField<Value>, 'choices' | 'hint' | 'show' | 'read'>;

function choice<Value extends string>(words: Record<Value, string>): Words<Value>;
function choice<Value, Word extends string>(words: Record<Word, string>, values: Record<Word, Value>): Words<Value>;
function choice(words: Record<string, string>, values?: Record<string, unknown>): Words<unknown> {
  const pairs = Object.entries(words).map(([key, word]) => ({ word, value: values === undefined ? key : values[key] }));
  return {
    choices: pairs,
    hint: pairs.map(({ word }) => word).join('、'),
    show: (value) => pairs.find((pair) => pair.value === value)?.word ?? '',
    read: (text) => pairs.find((pair) => pair.word === text.trim())?.value,
  };
}

function days(least: number, most: number): Words<number> {
  return {
    choices: [],
    hint: `${least}至${most}之间的整数`,
    show: String,
    read: (text) => {
      const value = Number(text.trim());
      return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
    },
  };
}

/** Phrases that fill answers and promise nothing. */
const setPhrases = [
  '高度重视',
  '认真研究',
  '认真落实',
  '认真整改',
  '认真贯彻',
  '积极推进',
  '积极推动',
  '积极协调',
  '进一步加强',
  '进一步完善',
  '进一步加大',
  '持续加强',
  '持续推进',
  '统筹推进',
  '扎实推进',
  '稳步推进',
  '加快推进',
  '抓好落实',
  '狠抓落实',
  '抓紧落实',
  '强化责任',
  '压实责任',
  '提高认识',
  '提高站位',
  '加强领导',
  '加强组织领导',
  '严格按照',
  '确保取得实效',
  '取得实效',
] as const;

/** What is left of a sentence when it says nothing. */
const fillers =
  /下一步|我们|我局|我委|本单位|有关|相关|工作|要求|意见|整改|力度|措施|落实|将|予以|切实|努力|全力|的|并|和|[\s，。、；：！,.;:!“”"]/gu;

const number =
  /[0-9０-９]|[一二三四五六七八九十百千万亿两]+(?:个|件|项|次|人|名|元|公里|米|平方|亩|吨|户|所|家|处|台|辆|条|批|座|年|月|日|天|季度|成|倍)/u;
const date = /年底|年内|上半年|下半年|季度|月底|月前|月初|学期|汛期|国庆|春节/u;
const unit = /(?:局|委员会|办公室|中心|公司|集团|街道|镇|乡|村|社区|学校|医院|法院|检察院|监委|政府|管委会)/u;

/** Why an answer says nothing: shown with the rule, so that it can be disputed. Undefined for an answer with substance. */
export function emptinessOf(text: string): string | undefined {
  const used = setPhrases.filter((phrase) => text.includes(phrase));
  const rest = used.reduce((left, phrase) => left.replaceAll(phrase, ''), text).replaceAll(fillers, '');
  if (rest.length < 4) {
    return used.length === 0 ? '没有具体措施' : `除“${used.join('”“')}”等套话外没有具体措施`;
  }
  if (number.test(text) || date.test(text) || unit.test(text)) return undefined;
  return '没有数量、时间，也没有具体承办单位';
}

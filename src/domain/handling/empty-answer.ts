/** Phrases that fill answers and promise nothing. The longer stands before the one it holds. */
const setPhrases = [
  '高度重视',
  '认真研究',
  '认真落实',
  '认真整改',
  '认真贯彻',
  '严格落实',
  '坚决落实',
  '全面落实',
  '积极推进',
  '积极推动',
  '积极协调',
  '积极配合',
  '进一步加强',
  '进一步完善',
  '进一步加大',
  '进一步强化',
  '持续加强',
  '持续推进',
  '持续用力',
  '统筹推进',
  '统筹协调',
  '扎实推进',
  '稳步推进',
  '加快推进',
  '抓好落实',
  '狠抓落实',
  '抓紧落实',
  '落实到位',
  '整改到位',
  '强化责任',
  '压实责任',
  '明确责任',
  '提高认识',
  '提高站位',
  '加强组织领导',
  '加强领导',
  '成立领导小组',
  '成立工作专班',
  '成立专班',
  '召开专题会议',
  '专题研究',
  '安排部署',
  '严格按照',
  '确保取得实效',
  '取得实效',
] as const;

/** 第1项, 第三条: numbers the demands, and says nothing of the work. */
const itemNumber = /第[0-9０-９一二三四五六七八九十]+[项条点]|^[0-9０-９]+[.．、]/gu;

/** Who is speaking: names nobody else to do it. */
const self = /[省市县区]?(?:人民)?政府|我[省市县区局委院办]|本[省市县区局委院办]|本?(?:单位|机关)|我们/gu;

const date =
  /(?:[0-9０-９]{4}年)?[0-9０-９一二三四五六七八九十]+月(?:[0-9０-９]+日)?(?:底|初|中旬|上旬|下旬|末)?(?:之?前)?|[0-9０-９]{4}年|[0-9０-９一二三四五六七八九十两]+(?:个月|周|天|日)(?:之?内|以内)?|年底前?|年内|上半年|下半年|[一二三四]季度|月底前?|学期|汛期前?|国庆前?|春节前?/gu;

/** So much of something: a figure that numbers neither a day nor a demand. */
const amount =
  /[0-9０-９]+(?:\.[0-9]+)?[%％\p{Script=Han}]|[一二三四五六七八九十百千万亿两]+(?:个|件|次|人|名|元|公里|米|平方|亩|吨|户|所|家|处|台|辆|条|批|座|成|倍)/u;

/** Somebody else who is to do it. */
const unit = /(?:局|委员会|办公室|中心|公司|集团|街道|镇|乡|村|社区|学校|医院|法院|检察院|监委|管委会)/u;

/** Deeds that leave something behind that can be looked at, whoever does them and whenever. */
const deed =
  /修订|修改|制定|出台|印发|编制|划定|公布|公示|新建|改建|扩建|建成|改造|迁建|搬迁|拆除|关停|取缔|清退|清理|清除|疏浚|更换|安装|增设|新增|增加|铺设|开通|启用|购置|采购|招聘|配备|拨付|兑付|退还|立案|处罚|移交|签订|封堵|修复|补植|验收/u;

/** What is left of a sentence when it says nothing. */
const fillers =
  /下一步|有关|相关|工作|要求|意见|问题|整改|力度|措施|落实|将|予以|切实|努力|全力|尽快|及时|前|完成|的|并|和|对|按|[\s，。、；：！,.;:!“”"（）()]/gu;

/** Names of the organ that answers: it is asked already, naming itself says nothing. */
export type Speaker = { names: readonly string[] };

/**
 * Why an answer says nothing: shown with the rule, so that it can be disputed. Undefined for one that says how much of what is done, or
 * what is done, outside set phrases, and when, or by whom else, or that leaves something to be looked at. Pure: the same text, the same words.
 */
export function emptinessOf(text: string, speaker: Speaker = { names: [] }): string | undefined {
  const told = speaker.names
    .reduce((left, name) => left.replaceAll(name, ''), text)
    .replaceAll(itemNumber, '')
    .replaceAll(self, '');
  const used = setPhrases.filter((phrase) => told.includes(phrase));
  const spoken = used.reduce((left, phrase) => left.replaceAll(phrase, ''), told);
  const undated = spoken.replaceAll(date, '');
  if (amount.test(undated)) return undefined;
  if (undated.replaceAll(fillers, '').length < 4) {
    return used.length === 0 ? '没有具体措施' : `除“${used.join('”“')}”等套话外没有具体措施`;
  }
  const isChecked = deed.test(undated) || undated !== spoken || unit.test(undated);
  if (isChecked) return undefined;
  return `${used.length === 0 ? '' : `除“${used.join('”“')}”等套话外，`}没有写明可以检查的举措，也没有数量、时间和具体承办单位`;
}

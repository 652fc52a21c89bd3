import type { Tour } from '../../contract/tours.ts';
import { paths } from '../app/paths.ts';

/** One stop of a way round: an entry of the menu, a place of the head, or the page as a whole. */
export type TourStep = { title: string; text: string; at: { menu: string } | 'search' | 'person' | 'page' };

const work: TourStep = {
  title: '我的工作',
  text: '您要办理的事项都在这里，逾期的在前，各有期限和依据。点事项名称，直接打开要填写的内容。',
  at: { menu: paths.work },
};
const packages: TourStep = {
  title: '报送件',
  text: '单位之间只通过报送件往来：收到的在这里阅读、签收，发出的看对方签收没有。数字是待签收的件数。',
  at: { menu: paths.packages },
};
const board: TourStep = {
  title: '联动看板',
  text: '一个议题，各方走到哪一步、谁逾期，一目了然。只显示进程，不含尚未报送的内容。',
  at: { menu: paths.board },
};
const assessments: TourStep = {
  title: '满意度测评',
  text: '历次对专项工作报告、办理落实情况的测评结果，不满意的票数始终列出。',
  at: { menu: paths.assessments },
};
const again: TourStep = {
  title: '随时再看',
  text: '点姓名，可以放大字号、修改密码，也可以再看一遍使用引导。',
  at: 'person',
};

/** The words of every way round, in the order in which its people need the things. */
export const tourSteps = {
  office: [
    work,
    {
      title: '年度安排',
      text: '建立下一个年度，看一年的会议和日期有没有冲突；征集到的建议在这里合并为候选议题。',
      at: { menu: paths.year },
    },
    {
      title: '集体决定确认',
      text: '主任会议、常委会会议的决定由办公室登记，经主任会议组成人员确认后生效。退回的，在这里看理由。',
      at: { menu: paths.confirmations },
    },
    packages,
    again,
  ],
  committee: [
    work,
    {
      title: '联动监督议题',
      text: '打开自己牵头的议题，点“办理”：能办的可以点开，不能办的写明理由和依据。',
      at: { menu: paths.topics },
    },
    packages,
    board,
    again,
  ],
  chairperson: [
    {
      title: '集体决定确认',
      text: '办公室登记了会议的决定，由您确认会议确已作出；有出入的，写明理由退回。手机上就能办。',
      at: { menu: paths.confirmations },
    },
    board,
    assessments,
    again,
  ],
  member: [
    {
      title: '联动监督议题',
      text: '会前从这里打开议题，看问题清单和专项工作报告；会后看审议要求答复了没有。',
      at: { menu: paths.topics },
    },
    {
      title: '常委会会议',
      text: '会议的议程、出席和表决结果。表决和投票在会场进行。',
      at: { menu: paths.sessions },
    },
    assessments,
    again,
  ],
  deputy: [
    {
      title: '代表履职',
      text: '提议题建议、答复邀请、反映群众意见，都在这一页；每一条建议走到哪一步，也在这里看到。',
      at: { menu: paths.deputies },
    },
    {
      title: '通知',
      text: '建议并入候选议题、收到邀请、反映的问题有了答复，都会通知您。',
      at: { menu: paths.notices },
    },
    again,
  ],
  organ: [
    {
      title: '我的工作',
      text: '对本机关提出了什么要求、什么时候办完，都在这里。点事项名称，逐条答复、提交佐证。',
      at: { menu: paths.work },
    },
    {
      title: '报送件',
      text: '人大常委会送来的审议意见等在这里阅读、签收；签收以后才能办理下一步。',
      at: { menu: paths.packages },
    },
    {
      title: '联动监督议题',
      text: '打开议题，看本机关在其中要办的步骤和全部期限。',
      at: { menu: paths.topics },
    },
    again,
  ],
  'party-office': [
    {
      title: '报送件',
      text: '人大常委会报送的请示报告和监督结果在这里阅读、签收。只看得到报送给本单位的内容。',
      at: { menu: paths.packages },
    },
    {
      title: '搜索',
      text: '以前收到的，用词语在这里找。',
      at: 'search',
    },
    again,
  ],
  administrator: [
    {
      title: '系统管理',
      text: '三类管理员各负其责，互不替代：系统管理员管账号和组织，安全管理员授予角色，审计管理员查日志。',
      at: { menu: paths.admin },
    },
    {
      title: '看不到监督工作内容',
      text: '管理员只管系统。您的每一次操作都记入审计日志。',
      at: 'page',
    },
    again,
  ],
} satisfies Record<Tour, readonly TourStep[]>;

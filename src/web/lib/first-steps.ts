import type { Me } from '../../contract/sign-in.ts';
import { checkYearOpener } from '../../domain/topic/open-year.ts';
import { has } from './me.ts';

/** What a page says while no year is open yet, to whom it speaks: what comes first, and what then comes to him. */
export type FirstSteps = {
  text: string;
  hint: string;
  /** The person's own to begin with. */
  isToOpen: boolean;
};

/** Before the first year everything is empty; each role is told what that waits for. */
export function firstStepsOf(me: Me): FirstSteps {
  if (checkYearOpener(me).length === 0) {
    return {
      text: '先建立年度，再开展议题征集',
      hint: '建立年度后，各级人大常委会的事项随之建立；办理“开展议题征集”，征集通知随即发给各县（市、区）人大常委会。',
      isToOpen: true,
    };
  }
  return { text: '还没有建立年度', hint: `年度由市人大常委会办公室建立。${comingTo(me)}`, isToOpen: false };
}

function comingTo(me: Me): string {
  if (me.kind === 'organ')
    return '本级人大常委会开展议题征集后，可以在这里提出议题建议；要本机关办理的事项也显示在这里。';
  if (me.kind === 'party-office') return '本级人大常委会的请示报告和监督结果报来后，在这里签收。';
  if (has(me, 'office-clerk'))
    return '建立后，本单位的“开展议题征集”显示在这里，市人大常委会的征集通知在“报送件”中签收。';
  if (has(me, 'chairperson')) return '建立后，提请主任会议的决定在“集体决定确认”中确认。';
  if (has(me, 'committee-clerk')) return '议题确定后，由您所在委室牵头的事项显示在这里。';
  return '建立后，各方进程和要您办理的事项显示在这里。';
}

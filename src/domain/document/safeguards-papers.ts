import { withDayTexts } from '../calendar/day-text.ts';
import type { PackageContents } from '../package/contents.ts';
import { partyReportNames } from '../safeguards/party-acts.ts';
import { postAboutNames } from '../safeguards/post-acts.ts';
import { factsOf, type Paper, textOf } from './paper.ts';

/** 请示 or 报告 to the party committee of the same level (S5.1, DOC-02). */
export function partyReportPaper({ form, matter, text }: PackageContents['party-report']): Paper {
  return [...factsOf(['文种', partyReportNames[form]], ['事项', matter]), ...textOf(text)];
}

export function postPaper({ about, text }: PackageContents['post']): Paper {
  return [...factsOf(['类别', postAboutNames[about]]), ...textOf(withDayTexts(text))];
}

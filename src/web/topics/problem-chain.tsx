import { downloadAttachment } from '../../contract/files.ts';
import { gradeNames } from '../../domain/ballot/satisfaction.ts';
import { verdictText } from '../../domain/handling/demand.ts';
import type { ProblemLine, ProblemRound } from '../../domain/handling/problem-line.ts';
import { problemReportText, problemStandingNames } from '../../domain/handling/problem-line.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { severityNames } from '../../domain/research/finding.ts';
import { pathOf } from '../lib/client.ts';
import { dateText, sizeText } from '../lib/formats.ts';
import type { Linkage } from '../lib/linkage.ts';
import { Icon } from '../ui/icons.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { promiseText, standingTones } from './problem-words.ts';

type Props = { line: ProblemLine; linkage: Linkage };
type Link = { title: string; state: 'there' | 'missing' | 'cut' };

/** One line as a picture: six links from the finding to the verdict; opened, what each of them says, round by round. */
export function ProblemChain({ line, linkage }: Props) {
  const { finding, fromTenantId, demand, stands } = line;
  const title = finding?.title ?? (demand === undefined ? '' : `审议要求第${demand.no}项：${demand.problem}`);
  return (
    <details className="section problem">
      <summary>
        <span className="problem-head">
          <strong>{title}</strong>
          <span className="act-marks">
            {finding === undefined ? null : (
              <span className="quiet">
                {fromTenantId === undefined ? '本级发现' : tenantNameOf(linkage.organisation, fromTenantId)}，
                {severityNames[finding.severity]}
              </span>
            )}
            <StateTag tone={standingTones[stands]} text={problemStandingNames[stands]} />
          </span>
        </span>
        <span className="chain">
          {linksOf(line).map(({ title, state }) => (
            <span key={title} className={`link link-${state}`}>
              <Icon name={linkIcons[state]} size={14} />
              {title}
              <span className="visually-hidden">{linkWords[state]}</span>
            </span>
          ))}
        </span>
      </summary>
      <Told line={line} linkage={linkage} />
    </details>
  );
}

const linkIcons = { there: 'done', missing: 'waiting', cut: 'off' } as const;
const linkWords = { there: '（有）', missing: '（尚无）', cut: '（到此为止）' } as const;

function linksOf({ finding, inReport, answer, demand, rounds }: ProblemLine): Link[] {
  const last = rounds.at(-1);
  const there = (isThere: boolean): Link['state'] => (isThere ? 'there' : 'missing');
  const isCut = answer?.answer === 'declined' || (inReport !== undefined && 'leftOut' in inReport);
  const head: Link[] = finding === undefined ? [] : [{ title: '发现问题', state: 'there' }];
  const report: Link[] =
    answer === undefined && inReport === undefined ? [] : [{ title: '调研报告', state: isCut ? 'cut' : 'there' }];
  if (isCut && demand === undefined) return [...head, ...report];
  return [
    ...head,
    ...report,
    { title: '审议要求', state: there(demand !== undefined) },
    { title: '整改承诺', state: last?.answer?.stance === 'disputed' ? 'cut' : there(last?.answer !== undefined) },
    { title: '佐证', state: there((last?.evidence.length ?? 0) > 0) },
    { title: '评价', state: there(last?.verdict !== undefined) },
  ];
}

function Told({ line, linkage }: Props) {
  const { finding, demand, rounds } = line;
  const report = problemReportText(line);
  return (
    <dl className="facts problem-told">
      {finding === undefined ? null : <Fact title="发现问题" text={finding.description} />}
      <Files files={finding?.attachments ?? []} />
      {report === undefined ? null : <Fact title="调研报告" text={report} />}
      {demand === undefined ? null : (
        <Fact
          title={`审议要求第${demand.no}项`}
          text={`${demand.problem}。${demand.text}（${tenantNameOf(linkage.organisation, demand.organId)}办理）`}
        />
      )}
      {rounds.map((round) => (
        <Round key={round.no} round={round} isOnly={rounds.length === 1} />
      ))}
    </dl>
  );
}

function Round({ round, isOnly }: { round: ProblemRound; isOnly: boolean }) {
  const of = (title: string) => (isOnly ? title : `第${round.no}轮${title}`);
  return (
    <>
      {round.answer === undefined ? null : <Fact title={of('整改承诺')} text={promiseText(round.answer)} />}
      {round.evidence.map((entry) => (
        <Fact key={`${entry.on}${entry.text}`} title={of('佐证')} text={`${dateText(entry.on)}：${entry.text}`} />
      ))}
      {round.verdict === undefined ? null : <Fact title={of('评价')} text={verdictText(round.verdict)} />}
      {round.assessment === null ? null : <Fact title={of('满意度测评')} text={gradeText(round.assessment.grade)} />}
    </>
  );
}

function gradeText(grade: NonNullable<ProblemRound['assessment']>['grade']): string {
  return grade === null ? '办理落实情况只公布票数，不评定等次' : `办理落实情况总体${gradeNames[grade]}`;
}

/** Photos and papers of the finding, taken one by one. */
function Files({ files }: { files: readonly { digest: string; name: string; size: number }[] }) {
  if (files.length === 0) return null;
  return (
    <div>
      <dt>照片和附件</dt>
      <dd className="problem-files">
        {files.map(({ digest, name, size }) => (
          <a key={`${digest}/${name}`} href={pathOf(downloadAttachment, { digest })} download={name}>
            {name}（{sizeText(size)}）
          </a>
        ))}
      </dd>
    </div>
  );
}

function Fact({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd className="value-text">{text}</dd>
    </div>
  );
}

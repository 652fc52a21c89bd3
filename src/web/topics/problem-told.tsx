import { gradeNames } from '../../domain/ballot/satisfaction.ts';
import { verdictNames, verdictText } from '../../domain/handling/demand.ts';
import { notAskedText } from '../../domain/handling/finding-outcome.ts';
import { type ProblemLine, type ProblemRound, problemReportText } from '../../domain/handling/problem-line.ts';
import type { LineSources, RoundSources } from '../../domain/handling/problem-sources.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { dateText } from '../lib/formats.ts';
import { FileLinks } from '../ui/file-links.tsx';
import { type Known, pathOfSource, SourceLink } from './problem-source.tsx';
import { promiseText } from './problem-words.ts';

/** What each link of a line says, with the way to where it was written. */
export function Told({ line, known }: { line: ProblemLine; known: Known }) {
  const { finding, outcome, demand, rounds, stands, notAsked } = line;
  const { linkage, caseId } = known;
  const sources = known.sourcesOf(line);
  const to = (link: Exclude<keyof LineSources, 'rounds'>) => pathOfSource(caseId, sources?.[link]);
  const report = problemReportText(line);
  return (
    <dl className="facts problem-told">
      {finding === undefined ? null : (
        <Fact title="发现问题" text={finding.description} files={finding.attachments ?? []} to={to('finding')} />
      )}
      {report === undefined ? null : <Fact title="调研报告" text={report} to={to('report') ?? to('answer')} />}
      {outcome === undefined ? null : <CityOutcome outcome={outcome} to={to('outcome')} />}
      {stands === 'not-demanded' ? (
        <Fact title="审议要求" text={`${notAskedText(notAsked)}`} to={to('notAsked')} />
      ) : null}
      {demand === undefined ? null : (
        <Fact
          title={`审议要求第${demand.no}项`}
          text={`${demand.problem}。${demand.text}（${tenantNameOf(linkage.organisation, demand.organId)}办理）`}
          to={to('demand')}
        />
      )}
      {stands === 'withdrawn' ? <Fact title="不再要求" text={`理由：${notAsked}`} to={undefined} /> : null}
      {rounds.map((round) => (
        <Round
          key={round.no}
          round={round}
          isOnly={rounds.length === 1}
          caseId={caseId}
          sources={sources?.rounds.find(({ no }) => no === round.no)}
        />
      ))}
    </dl>
  );
}

/** What the city has told of its own handling. */
function CityOutcome({ outcome, to }: { outcome: NonNullable<ProblemLine['outcome']>; to: string | undefined }) {
  if (outcome.demands.length === 0) {
    return <Fact title="市级审议意见" text={notAskedText(outcome.reason)} to={to} />;
  }
  return (
    <>
      {outcome.demands.map(({ no, text, organName, verdict }) => (
        <Fact
          key={no}
          title={`市级审议要求第${no}项`}
          text={`${text}（${organName}办理）${verdict === null ? '' : `评价：${verdictNames[verdict]}`}`}
          to={to}
        />
      ))}
      {outcome.grade === null ? null : <Fact title="市级满意度测评" text={gradeText(outcome.grade)} to={to} />}
    </>
  );
}

type RoundProps = { round: ProblemRound; isOnly: boolean; caseId: string; sources: RoundSources | undefined };

/** One round: what was promised, shown, judged and assessed. */
export function Round({ round, isOnly, caseId, sources }: RoundProps) {
  const { answer, evidence, verdict, assessment } = round;
  const of = (title: string) => (isOnly ? title : `第${round.no}轮${title}`);
  return (
    <>
      {answer === undefined ? null : (
        <Fact title={of('整改承诺')} text={promiseText(answer)} to={pathOfSource(caseId, sources?.answer)} />
      )}
      {evidence.map((entry) => (
        <Fact
          key={`${entry.on}${entry.text}`}
          title={of('佐证')}
          text={`${dateText(entry.on)}：${entry.text}`}
          files={entry.attachments}
          to={pathOfSource(caseId, sources?.evidence(entry))}
        />
      ))}
      {verdict === undefined ? null : (
        <Fact title={of('评价')} text={verdictText(verdict)} to={pathOfSource(caseId, sources?.verdict)} />
      )}
      {assessment === null ? null : (
        <Fact
          title={of('满意度测评')}
          text={gradeText(assessment.grade)}
          to={pathOfSource(caseId, sources?.assessment)}
        />
      )}
    </>
  );
}

function gradeText(grade: NonNullable<ProblemRound['assessment']>['grade']): string {
  return grade === null ? '办理落实情况只公布票数，不评定等次' : `办理落实情况总体${gradeNames[grade]}`;
}

type FactProps = {
  title: string;
  text: string;
  to: string | undefined;
  files?: Parameters<typeof FileLinks>[0]['files'];
};

function Fact({ title, text, to, files = [] }: FactProps) {
  return (
    <div>
      <dt>{title}</dt>
      <dd className="value-text">
        {text} <SourceLink to={to} of={title} />
        <FileLinks files={files} />
      </dd>
    </div>
  );
}

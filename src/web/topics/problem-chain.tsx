import { Link as RouterLink } from 'react-router';
import { gradeNames } from '../../domain/ballot/satisfaction.ts';
import { verdictNames, verdictText } from '../../domain/handling/demand.ts';
import {
  type ProblemLine,
  type ProblemRound,
  problemReportText,
  problemStandingNames,
} from '../../domain/handling/problem-line.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import type { Level, TenantKind } from '../../domain/organisation/tenant.ts';
import { severityNames } from '../../domain/research/finding.ts';
import { paths } from '../app/paths.ts';
import { dateText } from '../lib/formats.ts';
import type { Linkage } from '../lib/linkage.ts';
import { FileLinks } from '../ui/file-links.tsx';
import { Icon } from '../ui/icons.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { promiseText, standingTones } from './problem-words.ts';

type Props = { line: ProblemLine; known: Known };
/** Who reads, and whether what is missing can still come. */
export type Known = { linkage: Linkage; reader: TenantKind; level: Level; caseId: string; isOver: boolean };
type Link = { title: string; state: 'there' | 'missing' | 'cut' };
type Branch = { title: string | undefined; links: readonly Link[] };

/** One line as a picture: from the finding to the verdict, one branch for each level that handles it; opened, what each link says. */
export function ProblemChain({ line, known }: Props) {
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
                {fromTenantId === undefined ? '本级发现' : tenantNameOf(known.linkage.organisation, fromTenantId)}，
                {severityNames[finding.severity]}
              </span>
            )}
            <StateTag tone={standingTones[stands]} text={problemStandingNames[stands]} />
          </span>
        </span>
        {branchesOf(line, known).map(({ title: level, links }) => (
          <span key={level ?? ''} className="chain">
            {level === undefined ? null : <span className="chain-level">{level}</span>}
            {links.map((link) => (
              <span key={link.title} className={`link link-${link.state}`}>
                <Icon name={linkIcons[link.state]} size={14} />
                {link.title}
                <span className="visually-hidden">{linkWords[link.state]}</span>
              </span>
            ))}
          </span>
        ))}
      </summary>
      <Told line={line} known={known} />
    </details>
  );
}

const linkIcons = { there: 'done', missing: 'waiting', cut: 'off' } as const;
const linkWords = { there: '（有）', missing: '（尚无）', cut: '（到此为止）' } as const;

/** A county's own finding has two branches: what it asks of its own organs, and what the city tells of its handling (监督法 §6). */
function branchesOf(line: ProblemLine, known: Known): readonly Branch[] {
  const own = ownLinks(line, known);
  if (line.answer === undefined || line.fromTenantId !== undefined) return [{ title: undefined, links: own }];
  return [
    { title: '本级办理', links: own },
    { title: '市级办理', links: cityLinks(line) },
  ];
}

/** Only what the reader can know of is drawn; once nothing can come any more, what did not come is left out. */
function ownLinks(
  { finding, fromTenantId, answer, inReport, demand, rounds, stands }: ProblemLine,
  known: Known,
): Link[] {
  const last = rounds.at(-1);
  const found: Link[] = finding === undefined ? [] : [{ title: '发现问题', state: 'there' }];
  const isReported = inReport !== undefined || (fromTenantId !== undefined && answer !== undefined);
  const isDeclined =
    (fromTenantId !== undefined && answer?.answer === 'declined') || (inReport !== undefined && 'leftOut' in inReport);
  const report: Link[] = finding === undefined ? [] : linkIf('调研报告', isDeclined ? 'cut' : there(isReported), known);
  if (isDeclined && demand === undefined) return [...found, ...report];
  if (stands === 'not-demanded') return [...found, ...report, { title: '未提出要求', state: 'cut' }];
  const asked: Link[] = linkIf('审议要求', there(demand !== undefined), known);
  if (known.reader === 'party-office' || (demand === undefined && known.isOver)) return [...found, ...report, ...asked];
  return [
    ...found,
    ...report,
    ...asked,
    ...linkIf('整改承诺', last?.answer?.stance === 'disputed' ? 'cut' : there(last?.answer !== undefined), known),
    ...linkIf('佐证', there((last?.evidence.length ?? 0) > 0), known),
    ...linkIf('评价', there(last?.verdict !== undefined), known),
  ];
}

function there(isThere: boolean): Link['state'] {
  return isThere ? 'there' : 'missing';
}

function linkIf(title: string, state: Link['state'], { isOver }: Known): Link[] {
  return state === 'missing' && isOver ? [] : [{ title, state }];
}

function cityLinks({ answer, outcome }: ProblemLine): Link[] {
  const report: Link = { title: '市调研报告', state: answer?.answer === 'declined' ? 'cut' : 'there' };
  if (answer?.answer === 'declined') return [report];
  if (outcome === undefined) return [report, { title: '市审议要求', state: 'missing' }];
  if (outcome.demands.length === 0) return [report, { title: '未提出要求', state: 'cut' }];
  const isJudged = outcome.demands.some(({ verdict }) => verdict !== null);
  return [report, { title: '市审议要求', state: 'there' }, { title: '评价', state: there(isJudged) }];
}

function Told({ line, known }: Props) {
  const { finding, outcome, demand, rounds, stands } = line;
  const { linkage, caseId } = known;
  const report = problemReportText(line);
  return (
    <>
      <dl className="facts problem-told">
        {finding === undefined ? null : <Fact title="发现问题" text={finding.description} />}
        <Files files={finding?.attachments ?? []} />
        {report === undefined ? null : <Fact title="调研报告" text={report} />}
        {outcome === undefined ? null : <CityOutcome outcome={outcome} />}
        {stands === 'not-demanded' ? <Fact title="审议要求" text="审议意见没有就这一问题提出要求。" /> : null}
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
      <p className="problem-links">
        {demand === undefined ? null : (
          <RouterLink to={paths.caseTab(caseId, 'handling')}>答复、佐证和检查记录</RouterLink>
        )}
        {known.reader === 'body' ? (
          <RouterLink to={paths.caseTab(caseId, 'history')}>这一议题的全部行为和发出的报送件</RouterLink>
        ) : null}
      </p>
    </>
  );
}

/** What the city has told of its own handling. */
function CityOutcome({ outcome }: { outcome: NonNullable<ProblemLine['outcome']> }) {
  if (outcome.demands.length === 0) return <Fact title="市级审议意见" text="没有就这一问题提出要求。" />;
  return (
    <>
      {outcome.demands.map(({ no, text, organName, verdict }) => (
        <Fact
          key={no}
          title={`市级审议要求第${no}项`}
          text={`${text}（${organName}办理）${verdict === null ? '' : `评价：${verdictNames[verdict]}`}`}
        />
      ))}
      {outcome.grade === null ? null : <Fact title="市级满意度测评" text={gradeText(outcome.grade)} />}
    </>
  );
}

export function Round({ round, isOnly }: { round: ProblemRound; isOnly: boolean }) {
  const of = (title: string) => (isOnly ? title : `第${round.no}轮${title}`);
  return (
    <>
      {round.answer === undefined ? null : <Fact title={of('整改承诺')} text={promiseText(round.answer)} />}
      {round.evidence.map((entry) => (
        <Fact
          key={`${entry.on}${entry.text}`}
          title={of('佐证')}
          text={`${dateText(entry.on)}：${entry.text}`}
          files={entry.attachments}
        />
      ))}
      {round.verdict === undefined ? null : <Fact title={of('评价')} text={verdictText(round.verdict)} />}
      {round.assessment === null ? null : <Fact title={of('满意度测评')} text={gradeText(round.assessment.grade)} />}
    </>
  );
}

function gradeText(grade: NonNullable<ProblemRound['assessment']>['grade']): string {
  return grade === null ? '办理落实情况只公布票数，不评定等次' : `办理落实情况总体${gradeNames[grade]}`;
}

/** Photos and papers of the finding. */
function Files({ files }: { files: Parameters<typeof FileLinks>[0]['files'] }) {
  if (files.length === 0) return null;
  return (
    <div>
      <dt>照片和附件</dt>
      <dd>
        <FileLinks files={files} />
      </dd>
    </div>
  );
}

function Fact(props: { title: string; text: string; files?: Parameters<typeof FileLinks>[0]['files'] }) {
  const { title, text, files = [] } = props;
  return (
    <div>
      <dt>{title}</dt>
      <dd className="value-text">
        {text}
        <FileLinks files={files} />
      </dd>
    </div>
  );
}

import { Link as RouterLink } from 'react-router';
import { type ProblemLine, problemStandingNames } from '../../domain/handling/problem-line.ts';
import type { LineSources } from '../../domain/handling/problem-sources.ts';
import { stillUnmetText } from '../../domain/handling/unmet-before.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { severityNames } from '../../domain/research/finding.ts';
import { dateText } from '../lib/formats.ts';
import { Icon } from '../ui/icons.tsx';
import { reached } from '../ui/reached.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { LineRepeats, RepeatTag } from './problem-repeats.tsx';
import { type Known, pathOfSource } from './problem-source.tsx';
import { Told } from './problem-told.tsx';
import { standingTones } from './problem-words.ts';

type Props = { line: ProblemLine; known: Known };
type Link = { title: string; state: 'there' | 'missing' | 'cut'; to: string | undefined };
type Branch = { title: string | undefined; links: readonly Link[] };

/** One line as a picture: from the finding to the assessment, one branch for each level that handles it; every link leads to where it was written. */
export function ProblemChain({ line, known, isAsked }: Props & { isAsked: boolean }) {
  const { finding, demand } = line;
  const title = finding?.title ?? (demand === undefined ? '' : `审议要求第${demand.no}项：${demand.problem}`);
  return (
    <article
      className={`section problem${isAsked ? ' is-asked' : ''}`}
      aria-label={title}
      {...(isAsked ? { ref: reached, tabIndex: -1 } : {})}
    >
      <div className="problem-head">
        <strong>{title}</strong>
        <Marks line={line} known={known} />
      </div>
      {branchesOf(line, known).map(({ title: level, links }) => (
        <div key={level ?? ''} className="chain">
          {level === undefined ? null : <span className="chain-level">{level}</span>}
          {links.map((link) => (
            <Node key={link.title} link={link} />
          ))}
        </div>
      ))}
      <LineRepeats line={line} known={known} />
      <details className="problem-more" open={isAsked}>
        <summary>
          各环节的内容<span className="visually-hidden">：{title}</span>
        </summary>
        <Told line={line} known={known} />
      </details>
    </article>
  );
}

function Marks({ line, known }: Props) {
  const { finding, fromTenantId, rounds, stands, due } = line;
  const unmet = stillUnmetText(rounds);
  return (
    <span className="act-marks">
      {finding === undefined ? null : (
        <span className="quiet">
          {fromTenantId === undefined ? '本级发现' : tenantNameOf(known.linkage.organisation, fromTenantId)}，
          {severityNames[finding.severity]}
        </span>
      )}
      {due === undefined || known.isOver ? null : <span className="quiet">{dateText(due)}到期</span>}
      <RepeatTag line={line} known={known} />
      <StateTag tone={standingTones[stands]} text={unmet ?? problemStandingNames[stands]} />
    </span>
  );
}

function Node({ link: { title, state, to } }: { link: Link }) {
  const content = (
    <>
      <Icon name={linkIcons[state]} size={14} />
      {title}
      <span className="visually-hidden">{linkWords[state]}</span>
    </>
  );
  const className = `link link-${state}`;
  if (to === undefined) return <span className={className}>{content}</span>;
  return (
    <RouterLink to={to} className={className}>
      {content}
      <Icon name="next" size={12} />
    </RouterLink>
  );
}

const linkIcons = { there: 'done', missing: 'waiting', cut: 'off' } as const;
const linkWords = { there: '（有）', missing: '（尚无）', cut: '（到此为止）' } as const;

/** A county's own finding has two branches: what it asks of its own organs, and what the city tells of its handling (监督法 §6). */
function branchesOf(line: ProblemLine, known: Known): readonly Branch[] {
  const sources = known.sourcesOf(line);
  const own = stillToCome([...foundLinks(line, known, sources), ...askedLinks(line, known, sources)], known.isOver);
  if (line.answer === undefined || line.fromTenantId !== undefined) return [{ title: undefined, links: own }];
  return [
    { title: '本级办理', links: own },
    { title: '市级办理', links: stillToCome(cityLinks(line, known, sources), known.isCityOver) },
  ];
}

/** Once nothing can come any more, what did not come is left out. */
function stillToCome(links: readonly Link[], isOver: boolean): readonly Link[] {
  return links.filter(({ state }) => state !== 'missing' || !isOver);
}

type Sources = LineSources | undefined;

function foundLinks(line: ProblemLine, { caseId }: Known, sources: Sources): Link[] {
  const { finding, fromTenantId, answer, inReport } = line;
  if (finding === undefined) return [];
  const isReported = inReport !== undefined || (fromTenantId !== undefined && answer !== undefined);
  return [
    { title: '发现问题', state: 'there', to: pathOfSource(caseId, sources?.finding) },
    {
      title: '调研报告',
      state: isDeclined(line) ? 'cut' : there(isReported),
      to: pathOfSource(caseId, sources?.report),
    },
  ];
}

function isDeclined({ fromTenantId, answer, inReport }: ProblemLine): boolean {
  return (
    (fromTenantId !== undefined && answer?.answer === 'declined') || (inReport !== undefined && 'leftOut' in inReport)
  );
}

/** From the demand on; a party office knows of nothing behind it. */
function askedLinks(line: ProblemLine, known: Known, sources: Sources): Link[] {
  const { demand, rounds, stands } = line;
  const to = (source: Parameters<typeof pathOfSource>[1]) => pathOfSource(known.caseId, source);
  if (demand === undefined && isDeclined(line)) return [];
  if (stands === 'not-demanded') return [{ title: '未提出要求', state: 'cut', to: to(sources?.notAsked) }];
  const asked: Link = { title: '审议要求', state: there(demand !== undefined), to: to(sources?.demand) };
  if (stands === 'withdrawn') return [asked, { title: '不再要求', state: 'cut', to: undefined }];
  if (known.reader === 'party-office') return [asked];
  const last = rounds.at(-1);
  const from = sources?.rounds.find(({ no }) => no === last?.no);
  const [shown] = last?.evidence ?? [];
  const of = (title: string) => (rounds.length > 1 && last !== undefined ? `第${last.no}轮${title}` : title);
  return [
    asked,
    {
      title: of('整改承诺'),
      state: last?.answer?.stance === 'disputed' ? 'cut' : there(last?.answer !== undefined),
      to: to(from?.answer),
    },
    {
      title: of('佐证'),
      state: there(shown !== undefined),
      to: shown === undefined ? undefined : to(from?.evidence(shown)),
    },
    { title: of('评价'), state: there(last?.verdict !== undefined), to: to(from?.verdict) },
    { title: of('满意度测评'), state: there((last?.assessment ?? null) !== null), to: to(from?.assessment) },
  ];
}

function there(isThere: boolean): Link['state'] {
  return isThere ? 'there' : 'missing';
}

function cityLinks({ answer, outcome }: ProblemLine, { caseId }: Known, sources: Sources): Link[] {
  const told = pathOfSource(caseId, sources?.outcome);
  const isDeclinedThere = answer?.answer === 'declined';
  const report: Link = {
    title: '市调研报告',
    state: isDeclinedThere ? 'cut' : 'there',
    to: pathOfSource(caseId, sources?.answer),
  };
  if (isDeclinedThere) return [report];
  if (outcome === undefined) return [report, { title: '市审议要求', state: 'missing', to: undefined }];
  if (outcome.demands.length === 0) return [report, { title: '未提出要求', state: 'cut', to: told }];
  const isJudged = outcome.demands.some(({ verdict }) => verdict !== null);
  return [
    report,
    { title: '市审议要求', state: 'there', to: told },
    { title: '评价', state: there(isJudged), to: isJudged ? told : undefined },
  ];
}

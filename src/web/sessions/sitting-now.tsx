import { Link } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import type { TitledPaper } from '../../domain/document/paper.ts';
import type { CaseView, TrackSession } from '../../domain/procedure/case.ts';
import { comingSitting, currentMatter, matterStateNames } from '../../domain/session/sitting-progress.ts';
import { paths } from '../app/paths.ts';
import { useCases } from '../lib/cases.ts';
import { daysText, todayInChina, withDateWords } from '../lib/formats.ts';
import { FoldedPaper } from '../ui/folded-paper.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { type ShownMatter, useSittingMatters } from './sitting-matters.ts';
import './sitting-now.css';

/** On somebody's own page: the sitting that is on or comes next, nothing where none is known. */
export function SittingCard({ me }: { me: Me }) {
  const sessions = useCases({ kind: 'session' });
  const coming = comingSitting(sessions.data ?? [], me.bodyId, todayInChina());
  return coming === undefined ? null : <SittingNow me={me} {...coming} />;
}

const matterTones = { done: 'done', current: 'ready', 'to-come': 'waiting' } as const;

/** A sitting as one who sits in it needs it: the matter that is on with its papers, then what else is on the agenda. */
export function SittingNow({ me, view, session }: { me: Me; view: CaseView; session: TrackSession }) {
  const shown = useSittingMatters(me, view.id);
  const isOn = session.state === 'open';
  const current = shown === undefined ? undefined : currentMatter(shown.matters);
  return (
    <section className="section sitting-now" aria-label={titleOf(session)}>
      <div className="section-head">
        <h2>{titleOf(session)}</h2>
        {isOn ? <StateTag tone="ready" text="进行中" /> : <StateTag tone="waiting" text="已召集" />}
      </div>
      <p className="sitting-name">
        <Link to={paths.caseOf(view.id)}>{view.name}</Link>
        <span className="quiet">{daysText(session)}</span>
        {shown?.presence === undefined ? null : <span>{shown.presence}</span>}
      </p>
      {shown === undefined ? <p role="status">正在载入会议材料……</p> : null}
      {current === undefined ? null : <Current matter={current} isOn={isOn} />}
      {shown === undefined ? null : <Agenda matters={shown.matters} current={current} isDraft={!shown.isAdopted} />}
    </section>
  );
}

function titleOf({ state, opens }: TrackSession): string {
  if (state === 'open') return '正在进行的会议';
  return opens === todayInChina() ? '今天的会议' : '下一次会议';
}

function Current({ matter, isOn }: { matter: ShownMatter; isOn: boolean }) {
  const { next } = matter.progress;
  return (
    <div className="sitting-current">
      <h3>
        {isOn ? '现在' : '首先'}：{matter.title}
      </h3>
      {next === undefined ? null : (
        <p>
          接下来：<strong>{next.title}</strong>
          {next.state === 'waiting' ? <span className="quiet">（{withDateWords(matter.waitsFor)}）</span> : null}
        </p>
      )}
      <Papers papers={matter.papers} />
    </div>
  );
}

function Papers({ papers }: { papers: readonly TitledPaper[] }) {
  if (papers.length === 0) return <p className="quiet">会议材料还没有送到。</p>;
  return papers.map((paper) => <FoldedPaper key={paper.title} title={paper.title} paper={paper.parts} />);
}

function Agenda(props: { matters: readonly ShownMatter[]; current: ShownMatter | undefined; isDraft: boolean }) {
  const { matters, current, isDraft } = props;
  if (matters.length === 0) return <p>本次会议没有列入联动监督议题，议程由会议通知告知。</p>;
  return (
    <>
      <h3>议程{isDraft ? '（草案）' : ''}</h3>
      <ol className="sitting-agenda">
        {matters.map((matter) => (
          <li key={matter.key}>
            <span className="sitting-matter">
              {matter.topicId === undefined ? (
                <span>{matter.title}</span>
              ) : (
                <>
                  <Link to={paths.caseOf(matter.topicId)}>{matter.title}</Link>
                  <StateTag tone={matterTones[matter.progress.state]} text={matterStateNames[matter.progress.state]} />
                </>
              )}
            </span>
            {matter === current || matter.papers.length === 0 ? null : (
              <details className="sitting-papers">
                <summary>材料（{matter.papers.length}份）</summary>
                <Papers papers={matter.papers} />
              </details>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

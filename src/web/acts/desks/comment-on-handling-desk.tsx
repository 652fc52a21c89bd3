import { draftsWaiting } from '../../../domain/handling/report-acts.ts';
import { currentRound } from '../../../domain/handling/rounds.ts';
import { tenantNameOf } from '../../../domain/organisation/facts.ts';
import { dateText } from '../../lib/formats.ts';
import { FileLinks } from '../../ui/file-links.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import type { Desk, DeskProps } from '../desk.ts';
import './desk-paper.css';

/** The drafts that are commented on lie beside the sheet. */
export const desk: Desk = { papers: { title: '征求意见稿', Content: Drafts } };

function Drafts({ facts }: DeskProps) {
  const round = currentRound(facts.state);
  const waiting = draftsWaiting(round);
  if (round.drafts.length === 0) return <p className="quiet">还没有签收的征求意见稿。</p>;
  return round.drafts.map((draft) => (
    <article key={`${draft.fromTenantId}${draft.on}`} className="desk-paper">
      <h3>{draft.title}</h3>
      <p className="quiet">
        {tenantNameOf(facts.organisation, draft.fromTenantId)}，{dateText(draft.on)}
      </p>
      <StateTag
        tone={waiting.includes(draft.fromTenantId) ? 'ready' : 'done'}
        text={waiting.includes(draft.fromTenantId) ? '待提出意见' : '已提出意见'}
      />
      <p className="value-text">{draft.text}</p>
      <FileLinks files={draft.attachments} />
    </article>
  ));
}

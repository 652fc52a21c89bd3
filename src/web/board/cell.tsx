import { Popover } from 'antd';
import { Link } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import { performerNames } from '../../domain/procedure/step.ts';
import { obligationStateNames } from '../../domain/procedure/worklist.ts';
import { forceNames } from '../../domain/refusal.ts';
import { paths } from '../app/paths.ts';
import { actOfStep } from '../lib/act-kinds.ts';
import { monthDay, withDateWords } from '../lib/formats.ts';
import { clauseWords, obligationTones, reasonOf } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { DateWithReason } from '../ui/date-with-reason.tsx';
import { Icon } from '../ui/icons.tsx';
import type { Cell } from './board-rows.ts';

/** State and date of one step of one body; opened, why, and for the own body the way to the act. */
export function CellButton({ cell, body, me, caseId }: { cell: Cell; body: string; me: Me; caseId: string }) {
  const { obligation } = cell;
  const state = stateWord(cell);
  const date = obligation.state === 'done' ? obligation.since : obligation.due;
  const tone = obligationTones[obligation.state];
  return (
    <Popover
      trigger="click"
      title={obligation.title}
      content={<Explained cell={cell} me={me} caseId={caseId} />}
      destroyOnHidden
    >
      <button type="button" className={`cell tone-${tone}`}>
        <span className="visually-hidden">
          {body}，{obligation.title}：
        </span>
        <span className="cell-state">
          <Icon name={tone} size={13} />
          {state}
        </span>
        <span className="cell-date">{date === undefined ? '—' : monthDay(date)}</span>
      </button>
    </Popover>
  );
}

export function stateWord({ obligation, scheduled }: Cell): string {
  const isLate = obligation.state === 'done' && obligation.why.includes('逾期完成');
  if (isLate) return '逾期完成';
  if (scheduled?.force === 'may' && obligation.state === 'ready') return '可选';
  return obligationStateNames[obligation.state];
}

function Explained({ cell: { obligation, scheduled }, me, caseId }: { cell: Cell; me: Me; caseId: string }) {
  const isOwn = obligation.tenantId === me.tenantId;
  const act = isOwn && obligation.state !== 'done' ? actOfStep(obligation.stepId, me.level, me.kind) : undefined;
  return (
    <div className="cell-explained">
      <p>{withDateWords(obligation.why)}</p>
      <dl className="facts">
        <div>
          <dt>期限</dt>
          <dd>
            {obligation.due === undefined ? (
              (scheduled?.undatedBecause ?? '没有固定期限')
            ) : (
              <DateWithReason date={obligation.due} reason={reasonOf(scheduled?.explanation)} />
            )}
          </dd>
        </div>
        <div>
          <dt>依据</dt>
          <dd className="act-marks">
            <ClauseTag id={obligation.clause} text={clauseWords(obligation.clause)} />
            {forceNames[obligation.force]}
          </dd>
        </div>
        <div>
          <dt>办理</dt>
          <dd>{performerNames[obligation.performer]}</dd>
        </div>
      </dl>
      <p className="cell-links">
        {act === undefined ? null : (
          <Link to={act.by === 'receipt' ? paths.packages : paths.act(caseId, act.kind)}>
            {act.by === 'receipt' ? '去签收' : '去办理'}
          </Link>
        )}
        <Link to={paths.caseOf(caseId)}>查看事项</Link>
      </p>
    </div>
  );
}

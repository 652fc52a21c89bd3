import { Drawer } from 'antd';
import type { Me } from '../../contract/sign-in.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { isOwnStep } from '../../domain/procedure/performers.ts';
import { performerNames } from '../../domain/procedure/step.ts';
import { waitOf } from '../../domain/procedure/worklist.ts';
import { forceNames } from '../../domain/refusal.ts';
import { paths } from '../app/paths.ts';
import { actOfStep } from '../lib/act-kinds.ts';
import { basisText, dateWithWeekday, withDateWords } from '../lib/formats.ts';
import { mayRemind } from '../lib/reminders.ts';
import { clauseWords, obligationTones, reasonOf } from '../lib/words.ts';
import { ReasonList } from '../ui/date-with-reason.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Reminding } from '../ui/reminding.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { type OpenedCell, stateWord } from './cell.tsx';

type Props = { opened: OpenedCell | undefined; me: Me; view: CaseView; onClose: () => void };

/** Why a cell says what it says: state, date with its working, clause in its own words; for the own body the way to the act. */
export function CellDrawer({ opened, me, view, onClose }: Props) {
  return (
    <Drawer
      title={opened === undefined ? '' : `${opened.body}：${opened.cell.obligation.title}`}
      size={440}
      open={opened !== undefined}
      onClose={onClose}
      destroyOnHidden
    >
      {opened === undefined ? null : <Explained opened={opened} me={me} view={view} />}
    </Drawer>
  );
}

function Explained({ opened, me, view }: { opened: OpenedCell; me: Me; view: CaseView }) {
  const { obligation, scheduled } = opened.cell;
  const caseId = view.id;
  const reason = reasonOf(scheduled?.explanation);
  const clause = clauseWords(obligation.clause);
  const isSettled = obligation.state === 'done' || obligation.state === 'waived';
  const said = isSettled ? obligation.why : waitOf(obligation.why);
  return (
    <div className="cell-explained">
      <p className="act-marks">
        <StateTag tone={obligationTones[obligation.state]} text={stateWord(opened.cell)} />
        <span>{performerNames[obligation.performer]}办理</span>
        <span>{forceNames[obligation.force]}</span>
      </p>
      {said === '' ? null : <p>{withDateWords(said)}</p>}
      <h2>期限</h2>
      <p>
        {obligation.due === undefined ? (scheduled?.undatedBecause ?? '没有固定期限') : dateWithWeekday(obligation.due)}
      </p>
      {reason === undefined ? null : <ReasonList reason={reason} />}
      <h2>依据 {basisText(obligation.clause)}</h2>
      {clause === undefined ? null : <p>{clause}</p>}
      <p>
        <Reminding
          caseId={caseId}
          tenantId={obligation.tenantId}
          stepKey={obligation.key}
          title={obligation.title}
          whose={opened.body}
          isOffered={mayRemind(me, view, obligation)}
          size="middle"
        />
      </p>
      <p className="cell-links">
        <ActLink opened={opened} me={me} view={view} />
        <LinkButton to={paths.caseOf(caseId)}>查看事项</LinkButton>
      </p>
    </div>
  );
}

function ActLink({ opened, me, view }: { opened: OpenedCell; me: Me; view: CaseView }) {
  const { tenantId, state, stepId, performer } = opened.cell.obligation;
  if (tenantId !== me.tenantId || state === 'done') return null;
  const act = actOfStep(stepId, me.level, me.kind);
  if (act === undefined) return null;
  if (act.by === 'receipt') {
    return (
      <LinkButton type="primary" to={paths.packages}>
        去签收
      </LinkButton>
    );
  }
  if (!isOwnStep(me, view, performer)) return null;
  return (
    <LinkButton type="primary" to={paths.act(view.id, act.kind)}>
      去办理
    </LinkButton>
  );
}

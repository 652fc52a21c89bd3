import { Checkbox } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { AvailableAct } from '../../contract/available-acts.ts';
import { type Stage, stageNames, stages } from '../../domain/procedure/step.ts';
import { paths } from '../app/paths.ts';
import { useCase } from '../lib/cases.ts';
import { basisText, withDateWords } from '../lib/formats.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { Icon } from '../ui/icons.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { useAvailableActs } from './act-facts.ts';
import './acts.css';

/** Every act the person could take in a case: open, or closed with the reason and its clause. */
export function ActsPage() {
  const { caseId = '' } = useParams();
  const loaded = useCase(caseId);
  const acts = useAvailableActs(caseId);
  const name = loaded.data?.view.name ?? '';
  return (
    <>
      <PageHeader
        title="办理"
        crumbs={[{ title: name === '' ? '事项' : name, to: paths.caseOf(caseId) }]}
        lead="您可以在这一事项中办理的法定行为。不能办理的写明理由和依据。"
      />
      <QueryView
        query={acts}
        isEmpty={(data) => data.acts.length === 0}
        empty={<EmptyView text="您在这一事项中没有可以办理的行为" hint="办理由相应角色的人员进行。" />}
      >
        {(data) => <Stages caseId={caseId} acts={data.acts} />}
      </QueryView>
    </>
  );
}

function Stages({ caseId, acts }: { caseId: string; acts: readonly AvailableAct[] }) {
  const [isShort, setShort] = useState(false);
  const open = acts.filter(isOpen);
  const shown = isShort ? open : acts;
  return (
    <>
      <p className="acts-bar">
        <span>现在可以办理{open.length}项</span>
        <Checkbox checked={isShort} onChange={(event) => setShort(event.target.checked)}>
          只看可以办理的
        </Checkbox>
      </p>
      {stages.map((stage) => (
        <StageActs key={stage} stage={stage} caseId={caseId} acts={shown.filter((act) => act.stage === stage)} />
      ))}
    </>
  );
}

function isOpen(act: AvailableAct): boolean {
  return !act.refusals.some((refusal) => refusal.force === 'must');
}

function StageActs({ stage, caseId, acts }: { stage: Stage; caseId: string; acts: readonly AvailableAct[] }) {
  if (acts.length === 0) return null;
  return (
    <section className="section" aria-labelledby={`stage-${stage}`}>
      <h2 id={`stage-${stage}`}>{stageNames[stage]}</h2>
      <ul className="act-list">
        {acts.map((act) => (
          <li key={act.kind}>
            <ActEntry act={act} caseId={caseId} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ActEntry({ act, caseId }: { act: AvailableAct; caseId: string }) {
  const blocking = act.refusals.filter((refusal) => refusal.force === 'must');
  const departing = act.refusals.filter((refusal) => refusal.force === 'in-principle');
  return (
    <>
      <div className="act-head">
        {blocking.length === 0 ? (
          <Link to={paths.act(caseId, act.kind)} className="act-title">
            {act.title}
            <Icon name="next" size={14} />
          </Link>
        ) : (
          <span className="act-title act-closed">
            <Icon name="lock" size={14} />
            {act.title}
          </span>
        )}
        <span className="act-marks">
          <ClauseTag id={act.clause} text={clauseWords(act.clause)} />
          {act.collective ? <StateTag tone="info" text="集体决定" /> : null}
          {act.stepDone ? <StateTag tone="done" text="已办理" /> : null}
        </span>
      </div>
      {blocking.map((refusal) => (
        <p key={refusal.code + refusal.text} className="act-refusal">
          不能办理：{withDateWords(refusal.text)}（{basisText(refusal.clause)}）
        </p>
      ))}
      {blocking.length > 0
        ? null
        : departing.map((refusal) => (
            <p key={refusal.code + refusal.text} className="act-departure">
              须写明理由：{withDateWords(refusal.text)}（{basisText(refusal.clause)}）
            </p>
          ))}
    </>
  );
}

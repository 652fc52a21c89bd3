import { Form } from 'antd';
import { useId } from 'react';
import { Link } from 'react-router';
import { ladderOf, type Rung } from '../../../domain/handling/ladder.ts';
import { paths } from '../../app/paths.ts';
import { useMotions } from '../../lib/use-motions.ts';
import { clauseWords } from '../../lib/words.ts';
import { ClauseTag } from '../../ui/clause-tag.tsx';
import type { EditorProps } from '../../ui/form/editors.ts';
import { useDeskFacts } from '../desk-facts.ts';
import './ladder-choice.css';

/** The ways on from 不满意 to choose from, each with what it needs and what follows, before it is chosen. */
export function LadderChoice({ field, name }: EditorProps) {
  return (
    <Form.Item name={[...name]} label={field.title} required={field.required}>
      <Rungs title={field.title} />
    </Form.Item>
  );
}

/** The form gives the rest. */
type Chosen = { id?: string; title: string; value?: string; onChange?: (value: string) => void };

function Rungs({ id, title, value, onChange }: Chosen) {
  const facts = useDeskFacts();
  const group = useId();
  return (
    <div role="radiogroup" className="ladder" id={id} aria-label={title}>
      {ladderOf(facts).map((rung) => (
        <div key={rung.step} className={value === rung.step ? 'ladder-rung is-chosen' : 'ladder-rung'}>
          <div className="ladder-head">
            <label>
              <input
                type="radio"
                name={group}
                checked={value === rung.step}
                aria-describedby={`${group}-${rung.step}`}
                onChange={() => onChange?.(rung.step)}
              />
              {rung.name}
            </label>
            <ClauseTag id={rung.clause} text={clauseWords(rung.clause)} />
          </div>
          <RungWords id={`${group}-${rung.step}`} rung={rung} />
          {rung.step === 'interpellation' ? <SigningNow caseId={facts.view.id} /> : null}
        </div>
      ))}
    </div>
  );
}

function RungWords({ id, rung: { needs, follows, ordered } }: { id: string; rung: Rung }) {
  return (
    <div id={id} className="ladder-words">
      <p>条件：{needs}</p>
      <p className="quiet">{follows}</p>
      {ordered.map(({ stepId, title, by }) => (
        <p key={stepId}>
          办结前须完成：{title}（{by}）
        </p>
      ))}
    </div>
  );
}

/** How far the signing of each 质询案 is, as it goes on. */
function SigningNow({ caseId }: { caseId: string }) {
  const motions = useMotions(caseId, true).data ?? [];
  const open = motions.filter(({ state }) => state === 'signing' || state === 'submitted');
  return (
    <div className="ladder-words">
      {open.map(({ id, organName, signatures, missing, state }) => (
        <p key={id} aria-live="polite">
          对{organName}的质询案：{signatures.filter(({ counts }) => counts).length}人签名，
          {signingWords(state, missing)}。
        </p>
      ))}
      <p>
        <Link to={paths.interpellationsOf(caseId)}>
          {open.length === 0 ? '起草质询案、征集签名' : '查看质询案和签名'}
        </Link>
      </p>
    </div>
  );
}

function signingWords(state: string, missing: number): string {
  if (state === 'submitted') return '已提出';
  return missing === 0 ? '达到人数，尚未提出' : `还差${missing}人`;
}

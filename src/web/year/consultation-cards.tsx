import { Button } from 'antd';
import { useState } from 'react';
import { conferringTenantsIn, stanceNames } from '../../domain/topic/consultation.ts';
import { topicDomainNames } from '../../domain/topic/topic.ts';
import { withDateWords } from '../lib/formats.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { type Cell, mayWrite, type Shown, saidIn, stanceTones } from './conferring.ts';
import { OpinionForm } from './opinion-form.tsx';
import { OpinionView } from './opinion-view.tsx';

/** On a phone one topic at a time: the own opinion first, what the others say below, and the way on under the thumb. */
export function ConsultationCards(shown: Shown) {
  const { me, linkage, consultation } = shown;
  const { items } = consultation;
  const [place, setPlace] = useState(0);
  const index = Math.min(place, items.length - 1);
  const item = items[index];
  if (item === undefined) return null;
  const cells = conferringTenantsIn(linkage.organisation).map(
    (body): Cell => ({ body, item, said: saidIn(consultation, body.id, item.key) }),
  );
  const own = cells.find(({ body }) => body.id === me.tenantId);
  const others = cells.filter(({ body }) => body.id !== me.tenantId);
  return (
    <section className="conferring-card" aria-label={`第${index + 1}项会商议题`}>
      <p className="quiet">
        第{index + 1}项，共{items.length}项{item.domain === undefined ? '' : ` · ${topicDomainNames[item.domain]}`}
      </p>
      <h2>{withDateWords(item.title)}</h2>
      <p>{item.detail}</p>
      {own === undefined ? null : (
        <div className="card">
          <h3>本单位意见</h3>
          {mayWrite(shown, own) ? (
            <OpinionForm
              key={item.key}
              shown={shown}
              cell={own}
              onSaid={() => setPlace(Math.min(index + 1, items.length - 1))}
            />
          ) : (
            <OpinionView said={own.said} />
          )}
        </div>
      )}
      <ul className="conferring-others" aria-label="其他单位的意见">
        {others.map((cell) => (
          <Other key={cell.body.id} cell={cell} shown={shown} />
        ))}
      </ul>
      {items.length === 1 ? null : (
        <div className="conferring-way">
          <Button disabled={index === 0} onClick={() => setPlace(index - 1)}>
            上一项
          </Button>
          <Button disabled={index === items.length - 1} onClick={() => setPlace(index + 1)}>
            下一项
          </Button>
        </div>
      )}
    </section>
  );
}

function Other({ cell, shown }: { cell: Cell; shown: Shown }) {
  const [isWriting, setWriting] = useState(false);
  const { body, said } = cell;
  return (
    <li>
      <div className="conferring-other">
        <span>{body.shortName}</span>
        {said === undefined ? (
          <StateTag tone="waiting" text="未填写" />
        ) : (
          <StateTag tone={stanceTones[said.stance]} text={stanceNames[said.stance]} />
        )}
      </div>
      {said === undefined || said.comment === '' ? null : <p>{said.comment}</p>}
      {said?.enteredBy === 'city' ? <p className="quiet">市人大常委会办公室代填</p> : null}
      {isWriting ? <OpinionForm shown={shown} cell={cell} onSaid={() => setWriting(false)} /> : null}
      {!isWriting && mayWrite(shown, cell) ? (
        <Button size="small" onClick={() => setWriting(true)}>
          代填<span className="visually-hidden">{body.shortName}的意见</span>
        </Button>
      ) : null}
    </li>
  );
}

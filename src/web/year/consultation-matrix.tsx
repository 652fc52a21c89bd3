import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { ConsultationItem } from '../../domain/topic/consultation.ts';
import { conferringTenantsIn, stanceNames, unsaidBy } from '../../domain/topic/consultation.ts';
import { topicDomainNames } from '../../domain/topic/topic.ts';
import { useConsultationChanges } from '../lib/consultations.ts';
import { withDateWords } from '../lib/formats.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { type Cell, mayWrite, type Shown, saidIn, stanceTones } from './conferring.ts';
import { OpinionForm } from './opinion-form.tsx';
import { OpinionView } from './opinion-view.tsx';

/** Topics down, bodies across; a cell opens with all that was said, and is filled in there by whoever may. */
export function ConsultationMatrix(shown: Shown) {
  const { me, linkage, consultation } = shown;
  const [opened, setOpened] = useState<{ bodyId: string; key: string }>();
  const bodies = conferringTenantsIn(linkage.organisation);
  const cellOf = (bodyId: string, item: ConsultationItem): Cell | undefined => {
    const body = bodies.find(({ id }) => id === bodyId);
    return body === undefined ? undefined : { body, item, said: saidIn(consultation, bodyId, item.key) };
  };
  const item = consultation.items.find(({ key }) => key === opened?.key);
  const cell = opened === undefined || item === undefined ? undefined : cellOf(opened.bodyId, item);
  return (
    <>
      <AgreeToTheRest {...shown} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label="会商意见">
        <table className="data-table conferring">
          <thead>
            <tr>
              <th scope="col" className="conferring-item">
                会商议题
              </th>
              {bodies.map((body) => (
                <th key={body.id} scope="col" className={body.id === me.tenantId ? 'is-own' : undefined}>
                  {body.shortName.replace('人大常委会', '')}
                  <small>{countText(body.id, consultation)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {consultation.items.map((row) => (
              <tr key={row.key}>
                <th scope="row" className="conferring-item">
                  <strong>{withDateWords(row.title)}</strong>
                  {row.domain === undefined ? null : <small>{topicDomainNames[row.domain]}</small>}
                  <details>
                    <summary>理由</summary>
                    <p>{row.detail}</p>
                  </details>
                </th>
                {bodies.map((body) => (
                  <td key={body.id} className={body.id === me.tenantId ? 'is-own' : undefined}>
                    <CellButton
                      cell={{ body, item: row, said: saidIn(consultation, body.id, row.key) }}
                      shown={shown}
                      onOpen={() => setOpened({ bodyId: body.id, key: row.key })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Drawer
        title={cell === undefined ? '' : `${cell.body.shortName}的意见`}
        size={440}
        open={cell !== undefined}
        onClose={() => setOpened(undefined)}
        destroyOnHidden
      >
        {cell === undefined ? null : (
          <>
            <p className="conferring-asked">{withDateWords(cell.item.title)}</p>
            {mayWrite(shown, cell) ? (
              <OpinionForm shown={shown} cell={cell} onSaid={() => setOpened(undefined)} />
            ) : (
              <OpinionView said={cell.said} />
            )}
          </>
        )}
      </Drawer>
    </>
  );
}

function countText(bodyId: string, consultation: Shown['consultation']): string {
  const all = consultation.items.length;
  const left = unsaidBy(bodyId, consultation).length;
  return left === 0 ? '已填齐' : `已填${all - left}/${all}`;
}

function CellButton({ cell, shown, onOpen }: { cell: Cell; shown: Shown; onOpen: () => void }) {
  const { said, body, item } = cell;
  const name = `${body.shortName}：${withDateWords(item.title)}`;
  if (said === undefined) {
    if (!mayWrite(shown, cell)) return <span className="quiet">未填写</span>;
    const deed = body.id === shown.me.tenantId ? '填写' : '代填';
    return (
      <Button size="small" onClick={onOpen} aria-label={`${deed} ${name}`}>
        {deed}
      </Button>
    );
  }
  return (
    <button type="button" className="conferring-cell" onClick={onOpen}>
      <span className="visually-hidden">{name}：</span>
      <StateTag tone={stanceTones[said.stance]} text={stanceNames[said.stance]} />
      {said.comment === '' ? null : <span className="conferring-comment">{said.comment}</span>}
      {said.enteredBy === 'city' ? <small>市办公室代填</small> : null}
    </button>
  );
}

/** Most bodies agree to most topics: what is left in the own column is agreed to at once. */
function AgreeToTheRest({ me, caseId, consultation }: Shown) {
  const { say } = useConsultationChanges(caseId);
  const left = unsaidBy(me.tenantId, consultation);
  const isOffice = me.kind === 'body' && me.roles.includes('office-clerk');
  if (consultation.state === 'closed' || !isOffice || left.length < 2) return null;
  const agree = async () => {
    for (const { key } of left) {
      await say.mutateAsync({ tenantId: me.tenantId, key, stance: 'agrees', comment: '', version: 0 });
    }
  };
  return (
    <>
      <ProblemAlert error={say.error} />
      <p className="conferring-deeds">
        <Button loading={say.isPending} onClick={() => void agree().catch(() => undefined)}>
          本单位其余{left.length}项均同意
        </Button>
      </p>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listEnteredActs } from '../../contract/entered-acts.ts';
import type { Me } from '../../contract/sign-in.ts';
import { call } from '../lib/client.ts';
import { QueryView } from '../ui/states.tsx';
import { EnteredCard } from './entered-card.tsx';

const query = { state: 'waiting', sort: 'oldest', pageSize: 50 } as const;

/** What waits for a chairperson, one decision at a time, the oldest first: after each the next lies there. Nothing while none waits. */
export function WaitingQueue({ me }: { me: Me }) {
  const entered = useQuery({ queryKey: ['entered', query], queryFn: () => call(listEnteredActs, { query }) });
  const [chosen, setChosen] = useState<string>();
  return (
    <QueryView query={entered} isEmpty={(data) => data.entered.length === 0} empty={null}>
      {({ entered: waiting, total }) => {
        const current = waiting.find(({ id }) => id === chosen) ?? waiting[0];
        if (current === undefined) return null;
        const others = waiting.filter(({ id }) => id !== current.id);
        return (
          <section className="task-group" aria-labelledby="waiting-queue">
            <h2 id="waiting-queue">
              待您确认的集体决定
              <span className="task-count">{total}项</span>
            </h2>
            <div className="card">
              <EnteredCard key={current.id} act={current} me={me} />
            </div>
            {others.length === 0 ? null : (
              <ul className="waiting-others" aria-label="其余待确认的决定">
                {others.map(({ id, title, caseName }) => (
                  <li key={id}>
                    <button type="button" className="link-button" onClick={() => setChosen(id)}>
                      {title}（{caseName}）
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      }}
    </QueryView>
  );
}

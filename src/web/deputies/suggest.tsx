import { Link } from 'react-router';
import type { readMyVoices } from '../../contract/deputies.ts';
import type { ResponseOf } from '../../contract/route.ts';
import type { Me } from '../../contract/sign-in.ts';
import { type CaseView, trackOf } from '../../domain/procedure/case.ts';
import { paths } from '../app/paths.ts';
import { useCases } from '../lib/cases.ts';
import { dateText, distanceText, todayInChina } from '../lib/formats.ts';
import { Icon } from '../ui/icons.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { QueryView } from '../ui/states.tsx';

/** The ways to speak: a topic for the year that calls for one, and what citizens say of a topic in work. */
export function Suggest({ me, calls }: { me: Me; calls: ResponseOf<typeof readMyVoices>['calls'] }) {
  const topics = useCases({ kind: 'topic' });
  return (
    <section className="section" aria-labelledby="suggest">
      <h2 id="suggest">提建议</h2>
      {calls.length === 0 ? (
        <p className="deputy-quiet">目前没有征集议题建议；征集一般在每年11月至12月开展，开展后可以在这里提出。</p>
      ) : (
        <ul className="deputy-plain">
          {calls.map(({ caseId, caseName, deadline, notice, channels }) => (
            <li key={caseId} className="deputy-deed">
              <LinkButton type="primary" to={paths.act(caseId, 'suggest-topic')}>
                提出议题建议
              </LinkButton>
              <span className="deputy-quiet">
                {caseName}，{dateText(deadline)}截止（{distanceText(todayInChina(), deadline)}）
              </span>
              <details className="deputy-notice">
                <summary>征集公告</summary>
                <p>{notice}</p>
                <p className="deputy-quiet">公布于{channels}</p>
              </details>
            </li>
          ))}
        </ul>
      )}
      <h3>反映群众意见</h3>
      <QueryView query={topics} isEmpty={(list) => opened(list, me).length === 0} empty={<NoTopics />}>
        {(list) => (
          <ul className="deputy-plain">
            {opened(list, me).map((topic) => (
              <li key={topic.id}>
                <Link className="deputy-way" to={paths.act(topic.id, 'raise-concern')}>
                  <span>
                    {topic.name}
                    <small>{topic.year}年度</small>
                  </span>
                  <Icon name="next" />
                </Link>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </section>
  );
}

function NoTopics() {
  return <p className="deputy-quiet">目前没有正在办理的联动监督议题。</p>;
}

/** Topics in which the own body is still at work, the latest year first. */
function opened(topics: readonly CaseView[], me: Me): readonly CaseView[] {
  return topics
    .filter((topic) => topic.state === 'active')
    .filter((topic) => {
      const own = trackOf(topic, me.tenantId);
      return own !== undefined && own.closedOn === undefined;
    })
    .toSorted((one, other) => other.year - one.year);
}

import { Link } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import { personNameOf } from '../../domain/organisation/facts.ts';
import { cityTrackOf, trackOf } from '../../domain/procedure/case.ts';
import { hasPart, organPartNames, organParts } from '../../domain/procedure/organ-part.ts';
import { teamCapacityNames } from '../../domain/research/team-acts.ts';
import { topicDomainNames, topicDomains } from '../../domain/topic/topic.ts';
import { paths } from '../app/paths.ts';
import type { Derived, LoadedCase } from '../lib/cases.ts';
import { dateWithWeekday, daysText } from '../lib/formats.ts';
import type { Linkage } from '../lib/linkage.ts';
import { FactList } from '../ui/fact-list.tsx';
import { NextSteps } from './next-steps.tsx';

type Props = { me: Me; loaded: LoadedCase; linkage: Linkage; derived: Derived };

/** What the plan fixed, who works on it, and what comes next for us. */
export function Summary({ me, loaded, linkage, derived }: Props) {
  return (
    <div className="case-columns">
      <NextSteps me={me} derived={derived} caseId={loaded.view.id} />
      <div>
        <Basics loaded={loaded} me={me} />
        {loaded.view.kind === 'topic' ? (
          <>
            <Organs me={me} loaded={loaded} />
            <People loaded={loaded} linkage={linkage} />
          </>
        ) : (
          <Topics loaded={loaded} />
        )}
      </div>
    </div>
  );
}

function Basics({ loaded, me }: { loaded: LoadedCase; me: Me }) {
  const { view } = loaded;
  const city = cityTrackOf(view);
  const own = trackOf(view, me.tenantId);
  const domain = topicDomains.find((candidate) => candidate === view.domain);
  const sessionText = (session: { opens: string; closes: string } | undefined) =>
    session === undefined ? undefined : daysText(session);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['年度', `${view.year}年`],
    ['领域', domain === undefined ? undefined : topicDomainNames[domain]],
    ['牵头委室', view.leadUnitName],
    ['计划审议', view.deliberationDate === undefined ? undefined : dateWithWeekday(view.deliberationDate)],
    ['市级会议', sessionText(city?.session)],
    ['本级会议', own?.level === 'city' ? undefined : sessionText(own?.session)],
    ['办理测评', sessionText(own?.handlingSession)],
    ['轮次', own === undefined || own.round === 1 ? undefined : `第${own.round}轮`],
  ];
  return <FactList title="基本情况" facts={facts} />;
}

/** The part of each organ of one's own body: who reports to the session, who assists, who has demands to meet. */
function Organs({ me, loaded }: { me: Me; loaded: LoadedCase }) {
  const organs = loaded.view.tracks.filter((track) => track.kind === 'organ' && track.bodyId === me.bodyId);
  const namesOf = (part: (typeof organParts)[number]) =>
    organs
      .filter((organ) => hasPart(organ, part))
      .map((organ) => organ.shortName)
      .join('、');
  const facts = organParts.map((part) => [organPartNames[part], namesOf(part) || undefined] as const);
  if (facts.every(([, names]) => names === undefined)) return null;
  return <FactList title="机关" facts={facts} />;
}

function People({ loaded, linkage }: { loaded: LoadedCase; linkage: Linkage }) {
  const { state } = loaded;
  if (state === null) return null;
  const name = (id: string) => personNameOf(linkage.organisation, id);
  const { team } = state.research;
  const members = (team?.members ?? []).map(
    ({ personId, capacity }) => `${name(personId)}（${teamCapacityNames[capacity]}）`,
  );
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['调研组长', team === null ? '尚未成立联合调研组' : name(team.leaderId)],
    ['成员', members.length === 0 ? undefined : members.join('、')],
    ['专业人员', team === null || team.experts.length === 0 ? undefined : team.experts.join('、')],
  ];
  return <FactList title="人员" facts={facts} />;
}

function Topics({ loaded }: { loaded: LoadedCase }) {
  const topics = loaded.view.topics ?? [];
  if (topics.length === 0) return null;
  return (
    <section className="section" aria-label="确定的议题">
      <h2>确定的议题</h2>
      <ul>
        {topics.map((topic) => (
          <li key={topic.id}>
            <Link to={paths.caseOf(topic.id)}>{topic.name}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { ComponentType, ReactNode } from 'react';
import { Link } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import { gradeInShort } from '../../domain/ballot/result-text.ts';
import { answerFormNames, nextStepNames, type Round } from '../../domain/handling/handling-state.ts';
import { personNameOf, tenantNameOf } from '../../domain/organisation/facts.ts';
import { type CaseView, cityTrackOf, type TrackSession, trackOf } from '../../domain/procedure/case.ts';
import { hasPart, organPartNames, organParts } from '../../domain/procedure/organ-part.ts';
import { teamCapacityNames } from '../../domain/research/team-acts.ts';
import { activityNames } from '../../domain/safeguards/invitation.ts';
import type { Invitation } from '../../domain/safeguards/safeguards-state.ts';
import { sessionRoomOf } from '../../domain/session/county-session.ts';
import { topicDomainNames, topicDomains } from '../../domain/topic/topic.ts';
import { paths } from '../app/paths.ts';
import type { LoadedCase } from '../lib/cases.ts';
import type { Derived } from '../lib/derived-case.ts';
import { dateWithWeekday, daysText } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { has } from '../lib/me.ts';
import { roomLeftText, roomText } from '../lib/session-room-words.ts';
import { FactList } from '../ui/fact-list.tsx';
import { Adjustment } from './adjustment.tsx';
import { NextSteps } from './next-steps.tsx';

type Props = {
  me: Me;
  loaded: LoadedCase;
  linkage: PeopledLinkage;
  derived: Derived;
  /** Seen as of an earlier day: nothing is done there. */
  isPast: boolean;
};

/** What stands below the summary of a year: another feature's, given by the route. */
export type YearPanels = ComponentType<Pick<Props, 'me' | 'loaded' | 'linkage'>>;

/** What the plan fixed, who works on it, and what comes next for us. */
export function Summary({ YearPanels, ...shown }: Props & { YearPanels: YearPanels }) {
  const { me, loaded, linkage, isPast } = shown;
  return (
    <>
      <Columns {...shown} />
      {loaded.view.kind === 'year' && !isPast ? <YearPanels me={me} loaded={loaded} linkage={linkage} /> : null}
    </>
  );
}

function Columns({ me, loaded, linkage, derived, isPast }: Props) {
  return (
    <div className="case-columns">
      <NextSteps me={me} derived={derived} view={loaded.view} isPast={isPast} enteredSteps={loaded.enteredSteps} />
      <div>
        <Basics loaded={loaded} me={me} linkage={linkage} />
        {loaded.view.kind === 'topic' ? (
          <>
            <Adjustment me={me} loaded={loaded} linkage={linkage} />
            <Organs me={me} loaded={loaded} />
            <People me={me} loaded={loaded} linkage={linkage} />
            <Deputies loaded={loaded} isPast={isPast} />
          </>
        ) : (
          <Topics loaded={loaded} />
        )}
      </div>
    </div>
  );
}

function Basics({ loaded, me, linkage }: { loaded: LoadedCase; me: Me; linkage: PeopledLinkage }) {
  const { view } = loaded;
  const city = cityTrackOf(view);
  const own = trackOf(view, me.tenantId);
  const domain = topicDomains.find((candidate) => candidate === view.domain);
  const sessionText = (session: { opens: string; closes: string } | undefined) =>
    session === undefined ? undefined : daysText(session);
  const facts: readonly (readonly [string, ReactNode | undefined])[] = [
    ['年度', `${view.year}年`],
    ['领域', domain === undefined ? undefined : topicDomainNames[domain]],
    ['牵头委室', view.leadUnitName],
    ['计划审议', view.deliberationDate === undefined ? undefined : dateWithWeekday(view.deliberationDate)],
    ['市级会议', sessionText(city?.session)],
    ['本级会议', own?.level === 'city' ? undefined : sessionText(own?.session)],
    ['本级会议余量', own?.level === 'county' && own.kind === 'body' ? roomFact(view, own.session, linkage) : undefined],
    ['办理测评', sessionText(own?.handlingSession)],
    ...resultFacts(loaded.state, linkage.organisation),
    ['质询案', asksMotions(me, loaded.state) ? <MotionsLink key="motions" caseId={view.id} /> : undefined],
    ['轮次', own === undefined || own.round === 1 ? undefined : `第${own.round}轮`],
  ];
  return <FactList title="基本情况" facts={facts} />;
}

/** When a county's own sitting has to be, planned back from the city's (S3.1). */
function roomFact(view: CaseView, session: TrackSession | undefined, { settings }: PeopledLinkage) {
  const room = sessionRoomOf(view, session, settings);
  if (view.kind !== 'topic' || room === undefined) return undefined;
  const left = roomLeftText(room);
  return left === undefined ? roomText(room) : `${roomText(room)}；${left}`;
}

/** The last result of the handling, and after 不满意 which way on was chosen and by when (S4.5). */
function resultFacts(
  state: LoadedCase['state'],
  organisation: PeopledLinkage['organisation'],
): readonly (readonly [string, string | undefined])[] {
  const judged = state?.handling.rounds.findLast(({ assessment }) => assessment !== null);
  if (judged === undefined || judged.assessment === null) return [];
  const { grade } = judged.assessment;
  const result = `第${judged.no}轮${gradeInShort(judged.assessment)}`;
  const { nextStep } = judged;
  if (nextStep !== null) {
    return [
      ['办理结果', result],
      ['下一步', `${nextStepText(nextStep, organisation)}，${dateWithWeekday(nextStep.due)}前完成`],
    ];
  }
  const isOpen = grade === 'unsatisfied' && state?.handling.closed === false;
  return [
    ['办理结果', result],
    ['下一步', isOpen ? '待主任会议确定下一步监督方式' : undefined],
  ];
}

/** With whom, where it is put to one organ. */
function nextStepText(
  { step, interpellation }: NonNullable<Round['nextStep']>,
  organisation: PeopledLinkage['organisation'],
): string {
  if (interpellation === null) return nextStepNames[step];
  const { organId, form } = interpellation;
  return `${nextStepNames[step]}（${tenantNameOf(organisation, organId)}${answerFormNames[form]}）`;
}

/** After 不满意, before anything is chosen: whoever may sign a 质询案 or prepares it. */
function asksMotions(me: Me, state: LoadedCase['state']): boolean {
  const round = state?.handling.rounds.at(-1);
  if (me.kind !== 'body' || !has(me, 'member', 'chairperson', 'office-clerk')) return false;
  return state?.handling.closed === false && round?.assessment?.grade === 'unsatisfied';
}

function MotionsLink({ caseId }: { caseId: string }) {
  return <Link to={paths.interpellationsOf(caseId)}>起草、签名</Link>;
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

/** The joint research team as far as the reader's unit has it on record: only the city forms one, so only of the city it can be missing. */
function People({ me, loaded, linkage }: { me: Me; loaded: LoadedCase; linkage: PeopledLinkage }) {
  const team = loaded.state?.research.team ?? null;
  const formsTeam = loaded.state !== null && me.kind === 'body' && me.level === 'city';
  if (team === null) return formsTeam ? <FactList title="联合调研组" facts={[['组长', '尚未成立']]} /> : null;
  const name = (id: string) => personNameOf(linkage.organisation, id);
  const members = [...Map.groupBy(team.members, (member) => member.capacity)].map(
    ([capacity, own]) => [teamCapacityNames[capacity], own.map(({ personId }) => name(personId)).join('、')] as const,
  );
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['组长', name(team.leaderId)],
    ...members,
    ['专业人员', team.experts.length === 0 ? undefined : team.experts.join('、')],
  ];
  return <FactList title="联合调研组" facts={facts} />;
}

/** S5.4: what deputies were invited to, and how many come; their names and the code stand on a page of their own. */
function Deputies({ loaded, isPast }: { loaded: LoadedCase; isPast: boolean }) {
  const invitations = loaded.state?.safeguards.invitations ?? [];
  if (invitations.length === 0) return null;
  const facts = [...Map.groupBy(invitations, ({ activity }) => activity)].map(
    ([activity, own]) => [activityNames[activity], sumOf(own)] as const,
  );
  const names = (
    <Link key="names" to={paths.invitationsOf(loaded.view.id)}>
      谁参加、谁到场
    </Link>
  );
  return <FactList title="邀请代表" facts={[...facts, ['名单和签到', isPast ? undefined : names]]} />;
}

function sumOf(invitations: readonly Invitation[]): string {
  const invited = invitations.flatMap(({ deputyIds }) => deputyIds).length;
  const answers = invitations.flatMap((invitation) => invitation.answers ?? []);
  const coming = answers.filter(({ outcome }) => outcome === 'accepted').length;
  return `邀请${invitations.length}次，共${invited}人次，答复参加${coming}人次`;
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

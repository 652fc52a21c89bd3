import type { Actor } from '../organisation/actor.ts';
import type { OrganisationFacts } from '../organisation/facts.ts';
import type { Tenant } from '../organisation/tenant.ts';
import { type CaseView, cityTrackOf, countyTracksOf, type PlainDateText, type Track } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { TopicDomain } from './topic.ts';

export const stances = ['agrees', 'agrees-with-changes', 'disagrees'] as const;
export type Stance = (typeof stances)[number];
export const stanceNames = {
  agrees: '同意',
  'agrees-with-changes': '有修改意见',
  disagrees: '不同意',
} satisfies Record<Stance, string>;

/** What is conferred on: a candidate topic of the year, or the adjustment of a topic. Whose list it came from is not told. */
export type ConsultationItem = { key: string; title: string; domain?: TopicDomain; detail: string };

/** What one body says to one item; `city`: said on the phone or on paper, and entered by the city for it. */
export type Opinion = { tenantId: string; key: string; stance: Stance; comment: string; enteredBy: 'own' | 'city' };

/** The conferring as it stands: working rows of all bodies that take part, until it is closed and recorded as an act. */
export type OpenConsultation = { items: readonly ConsultationItem[]; opinions: readonly Opinion[] };

/** The closed matrix with those who excused themselves, as it is recorded and as every body receives it. */
export type ClosedConsultation = OpenConsultation & {
  date: PlainDateText;
  excusedIds: readonly string[];
  conclusion: string;
};

export const conferringResults = ['include', 'include-changed', 'drop'] as const;
export type ConferringResult = (typeof conferringResults)[number];
export const conferringResultNames = {
  include: '列入计划建议方案',
  'include-changed': '修改后列入',
  drop: '不列入',
} satisfies Record<ConferringResult, string>;

/** What the conferring came to for one candidate topic. */
export type ItemResult = { key: string; result: ConferringResult; note: string };

/** One candidate topic in the closed record: what it came to, and what every body said to it. */
export type ConferredTopic = {
  key: string;
  name: string;
  domain: TopicDomain;
  result: ConferringResult;
  note: string;
  opinions: readonly Omit<Opinion, 'key'>[];
};

/** The record of a year's conferring, as the city keeps it and every county receives it (S1.3). */
export type ConsultationRecord = {
  date: PlainDateText;
  topics: readonly ConferredTopic[];
  excusedIds: readonly string[];
  conclusion: string;
};

export type RecordConsultation = ClosedConsultation & { results: readonly ItemResult[] };

/** The closed matrix topic by topic. */
export function recordOf({
  date,
  items,
  opinions,
  excusedIds,
  results,
  conclusion,
}: RecordConsultation): ConsultationRecord {
  const topics = items.map(({ key, title, domain }) => ({
    key,
    name: title,
    // Only the item of an adjustment has no domain, and that is no candidate topic.
    domain: domain ?? 'livelihood',
    result: results.find((one) => one.key === key)?.result ?? 'drop',
    note: results.find((one) => one.key === key)?.note ?? '',
    opinions: opinions.filter((one) => one.key === key).map(({ key: _key, ...said }) => said),
  }));
  return { date, topics, excusedIds, conclusion };
}

/** All that take part: the city first, then the counties. */
export function conferringBodiesOf(view: CaseView): readonly Track[] {
  return [cityTrackOf(view), ...countyTracksOf(view)].filter((track) => track !== undefined);
}

/** The bodies that stand side by side in the matrix, city first; a county sees no track of another, but what it says here. */
export function conferringTenantsIn({ tenants }: Pick<OrganisationFacts, 'tenants'>): readonly Tenant[] {
  const bodies = tenants.filter(({ kind }) => kind === 'body');
  return bodies.toSorted((one, other) => Number(one.level === 'county') - Number(other.level === 'county'));
}

/** Items whose words are as before keep what was said to them; to changed words nobody has said anything. */
export function keptKeys(before: readonly ConsultationItem[], after: readonly ConsultationItem[]): readonly string[] {
  const isSame = (one: ConsultationItem, other: ConsultationItem) =>
    one.key === other.key && one.title === other.title && one.domain === other.domain && one.detail === other.detail;
  return after.filter((item) => before.some((old) => isSame(old, item))).map(({ key }) => key);
}

/** Items to which a body has not said anything yet. */
export function unsaidBy(tenantId: string, { items, opinions }: OpenConsultation): readonly ConsultationItem[] {
  const said = new Set(opinions.filter((one) => one.tenantId === tenantId).map(({ key }) => key));
  return items.filter(({ key }) => !said.has(key));
}

/** S1.3, S1.8: the city's office calls the bodies to confer and says on what. */
export function checkConvener(actor: Pick<Actor, 'kind' | 'level' | 'roles'>, clause: string): readonly Refusal[] {
  if (actor.kind === 'body' && actor.level === 'city' && actor.roles.includes('office-clerk')) return [];
  return [refuse('consultation/not-convener', clause, '会商由市人大常委会办公室发起、调整和结束。')];
}

/** Each body's office speaks for it. */
export function checkSpeaker(actor: Pick<Actor, 'kind' | 'roles'>, clause: string): readonly Refusal[] {
  if (actor.kind === 'body' && actor.roles.includes('office-clerk')) return [];
  return [refuse('consultation/not-office', clause, '会商意见由各人大常委会办公室填写。')];
}

/** Who says what: each office for its own body; the city's for one that spoke otherwise, and never over what that one said itself. */
export function checkOpinion(
  opinion: Pick<Opinion, 'tenantId' | 'key' | 'stance' | 'comment'>,
  actor: Pick<Actor, 'kind' | 'level' | 'roles' | 'tenantId'>,
  { view, open, clause }: { view: CaseView; open: OpenConsultation; clause: string },
): readonly Refusal[] {
  const speaker = checkSpeaker(actor, clause);
  if (speaker.length > 0) return speaker;
  const body = conferringBodiesOf(view).find(({ tenantId }) => tenantId === opinion.tenantId);
  const isOwn = opinion.tenantId === actor.tenantId;
  if (body === undefined || (!isOwn && actor.level !== 'city')) {
    return [refuse('consultation/not-own', clause, '只能填写本单位的会商意见。', 'tenantId')];
  }
  if (!open.items.some(({ key }) => key === opinion.key)) {
    return [refuse('consultation/unknown-item', clause, '会商议题已经调整，请刷新后重试。', 'key')];
  }
  const said = open.opinions.find(({ tenantId, key }) => tenantId === opinion.tenantId && key === opinion.key);
  if (!isOwn && said?.enteredBy === 'own') {
    const text = `${body.shortName}已自行填写这一项，不能代为修改；请由该单位修改。`;
    return [refuse('consultation/own-voice', clause, text, 'tenantId')];
  }
  return checkComment(opinion, body.shortName, clause);
}

function checkComment({ stance, comment }: Pick<Opinion, 'stance' | 'comment'>, who: string, clause: string) {
  if (stance === 'agrees' || comment.trim() !== '') return [];
  return [refuse('consultation/no-comment', clause, `${who}“${stanceNames[stance]}”，请写明具体意见。`, 'comment')];
}

/** What is asked before the sheet that closes the conferring is open; who does not know whether it is open is not refused. */
export function checkOpen(open: OpenConsultation | null | undefined, clause: string): readonly Refusal[] {
  if (open !== null) return [];
  return [refuse('consultation/not-open', clause, '会商尚未发起，请先在会商页面发起，由各方填写意见。')];
}

/** S1.3, TOP-06, S1.8: the record is the matrix as it stands; every body has said something to every item, or is excused. */
export function checkClosed(
  closed: Pick<ClosedConsultation, 'items' | 'opinions' | 'excusedIds' | 'conclusion'>,
  { view, consultation: open }: { view: CaseView; consultation?: OpenConsultation | null },
  clause: string,
): readonly Refusal[] {
  if (open !== undefined && open !== null && !isSameMatrix(closed, open)) {
    return [refuse('consultation/changed', clause, '各方意见已有变化，请回到会商页面核对后再结束会商。', 'opinions')];
  }
  const bodies = conferringBodiesOf(view);
  return [
    ...checkPresence(closed, bodies, clause),
    ...closed.opinions.flatMap((opinion) => {
      const who = bodies.find(({ tenantId }) => tenantId === opinion.tenantId)?.shortName ?? '';
      return checkComment(opinion, who, clause).map(({ field: _field, ...refusal }) => ({
        ...refusal,
        field: 'opinions',
      }));
    }),
    ...checkUnanimity(closed, bodies, clause),
  ];
}

function checkPresence(
  closed: Pick<ClosedConsultation, 'items' | 'opinions' | 'excusedIds'>,
  bodies: readonly Track[],
  clause: string,
): readonly Refusal[] {
  const excused = new Set(closed.excusedIds);
  const namesOf = (found: readonly Track[]) => found.map(({ shortName }) => shortName).join('、');
  const silent = bodies.filter(({ tenantId }) => !excused.has(tenantId) && unsaidBy(tenantId, closed).length > 0);
  const spoke = bodies.filter(
    ({ tenantId }) => excused.has(tenantId) && closed.opinions.some((one) => one.tenantId === tenantId),
  );
  return [
    ...(silent.length === 0
      ? []
      : [
          refuse(
            'consultation/county-missing',
            clause,
            `${namesOf(silent)}尚未对全部会商议题表明意见：请催办，代为登记其电话、书面意见，或者登记请假。`,
            'excusedIds',
          ),
        ]),
    ...(spoke.length === 0
      ? []
      : [refuse('consultation/excused-spoke', clause, `${namesOf(spoke)}已表明意见，不能登记为请假。`, 'excusedIds')]),
  ];
}

/** A conclusion does not say that all agree where somebody does not. */
function checkUnanimity(
  { opinions, conclusion }: Pick<ClosedConsultation, 'opinions' | 'conclusion'>,
  bodies: readonly Track[],
  clause: string,
): readonly Refusal[] {
  if (!/一致(同意|赞成|通过|认为|认可)/.test(conclusion)) return [];
  const against = bodies.filter(({ tenantId }) =>
    opinions.some((one) => one.tenantId === tenantId && one.stance === 'disagrees'),
  );
  if (against.length === 0) return [];
  const names = against.map(({ shortName }) => shortName).join('、');
  return [refuse('consultation/not-unanimous', clause, `${names}有不同意的议题，会商结论不能写“一致”。`, 'conclusion')];
}

/** A topic that somebody does not agree to is included only with a word on how that was settled. */
export function checkResults(
  results: readonly ItemResult[],
  { items, opinions }: OpenConsultation,
  clause: string,
): readonly Refusal[] {
  return items.flatMap(({ key, title }) => {
    const found = results.find((one) => one.key === key);
    if (found === undefined)
      return [refuse('consultation/no-result', clause, `请写明“${title}”的会商结果。`, 'results')];
    const isContested = opinions.some((one) => one.key === key && one.stance === 'disagrees');
    if (!isContested || found.result === 'drop' || found.note.trim() !== '') return [];
    const text = `“${title}”有不同意见而仍列入，请在说明中写明协商处理情况。`;
    return [refuse('consultation/contested', clause, text, 'results')];
  });
}

function isSameMatrix(one: OpenConsultation, other: OpenConsultation): boolean {
  return wordsOf(one) === wordsOf(other);
}

function wordsOf({ items, opinions }: OpenConsultation): string {
  return JSON.stringify([
    items.map(({ key, title, domain, detail }) => [key, title, domain ?? '', detail]),
    opinions
      .map(({ tenantId, key, stance, comment, enteredBy }) => [tenantId, key, stance, comment, enteredBy].join('\n'))
      .toSorted(),
  ]);
}

import type { PlainDateText } from '../procedure/case.ts';
import { placeKeyOf } from '../research/field-note.ts';
import type { Finding } from '../research/finding.ts';
import type { Demand } from './demand.ts';
import type { HandlingState } from './handling-state.ts';

/** A topic as one tenant holds it: findings that it made or was sent, what it asked for, and what became of that. */
export type KnownTopic = {
  caseId: string;
  name: string;
  year: number;
  findings: readonly Finding[];
  demands: readonly Demand[];
  withdrawn: HandlingState['withdrawn'];
  rounds: HandlingState['rounds'];
  handedOverOn: PlainDateText | null;
};

/** What an earlier topic asked for. */
export type Asked = { topic: KnownTopic; demand: Demand };

/** One wording of a problem, with where it was seen: of a present finding or demand, or of an earlier demand. */
type Wording = {
  topicId: string;
  of: { present: string } | { earlier: Asked };
  title: string;
  told: string;
  places: readonly string[];
};
export type ProblemText = Wording & { words: readonly string[] };
type WordsOf = (text: string) => readonly string[];

/** From so many topics on, a word that more than half of them use (日常, 规范) tells no problem apart. */
const manyTopics = 4;
/** Words that any problem is told with. */
const tellsNothing = new Set(
  '没有 部分 较大 严重 明显 突出 存在 问题 不足 不够 群众 反映 集中 情况 工作 进行 仍然 依然 一些 个别'.split(' '),
);

/**
 * The wordings of the present topic and of the earlier ones, cut into the words that tell problems apart. `bystanders` are not compared, but
 * count: what is common is common among everything that the tenant knows.
 */
export function problemTextsOf(
  { present, earlier, bystanders }: Record<'earlier' | 'bystanders', readonly KnownTopic[]> & { present: KnownTopic },
  wordsOf: WordsOf,
): readonly ProblemText[] {
  const compared = [...earlier.flatMap(askedIn), ...saidIn(present)].map(cutWith(wordsOf));
  const all = [...compared, ...bystanders.flatMap(saidIn).map(cutWith(wordsOf))];
  const users = new Map<string, Set<string>>();
  for (const { topicId, words } of all) {
    for (const word of words) users.set(word, (users.get(word) ?? new Set()).add(topicId));
  }
  const topics = new Set(all.map(({ topicId }) => topicId)).size;
  const most = topics < manyTopics ? topics : topics / 2;
  return compared.map((text) => ({
    ...text,
    words: text.words.filter((word) => (users.get(word)?.size ?? 0) <= most),
  }));
}

/** A demand by its own words, and by those of each finding it rests on: many findings in one text would dilute each other. */
function askedIn(topic: KnownTopic): Wording[] {
  const gone = new Set(topic.withdrawn.map(({ demandId }) => demandId));
  return topic.demands
    .filter(({ id }) => !gone.has(id))
    .flatMap((demand) => {
      const of = { earlier: { topic, demand } };
      const cited = topic.findings.filter(({ id }) => demand.findingIds.includes(id));
      return [demandWording(demand, topic, of), ...cited.map((finding) => findingWording(finding, topic, of))];
    });
}

function saidIn(topic: KnownTopic): Wording[] {
  return [
    ...topic.findings.map((finding) => findingWording(finding, topic, { present: finding.id })),
    ...topic.demands.map((demand) => demandWording(demand, topic, { present: demand.id })),
  ];
}

function findingWording({ title, description, place }: Finding, { caseId }: KnownTopic, of: Wording['of']): Wording {
  return { topicId: caseId, of, title, told: description, places: [placeKeyOf(place)] };
}

function demandWording({ problem, findingIds }: Demand, { caseId, findings }: KnownTopic, of: Wording['of']): Wording {
  const seen = findings.filter(({ id }) => findingIds.includes(id)).map(({ place }) => placeKeyOf(place));
  return { topicId: caseId, of, title: problem, told: '', places: [...new Set(seen)] };
}

/** The title's words twice: it says what the matter is, the description only how it shows. */
function cutWith(wordsOf: WordsOf): (wording: Wording) => ProblemText {
  const telling = (text: string) => wordsOf(text).filter((word) => !tellsNothing.has(word));
  return (wording) => {
    const title = telling(wording.title);
    return { ...wording, words: [...title, ...title, ...telling(wording.told)] };
  };
}

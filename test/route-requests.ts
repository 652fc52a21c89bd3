import type { RouteContract } from '../src/contract/route.ts';
import { acts } from '../src/domain/acts.ts';
import { uuidv7 } from '../src/server/db/uuid.ts';
import { jsonSchemaOf } from '../src/server/http/json-schema.ts';
import { defaultSettingRows } from '../src/server/organisations/workbook-queries.ts';
import { workbookTemplate } from '../src/server/organisations/workbook-write.ts';
import { formOf } from './form.ts';
import { sampleOf, unknownId } from './sample.ts';
import { testPassword } from './test-app.ts';
import { dutyOf, marks, noteOf, type Targets } from './unsent-drafts.ts';
import type { WorkingLinkage } from './working-linkage.ts';

/** Values for the places of a path, such as `:caseId`. */
export type PathValues = Readonly<Record<string, string>>;
export type RouteRequest = { url: string; body: unknown; headers: Record<string, string> };

/** The same place for somebody who has guessed: identifiers of the right shape that nobody has. */
export const unknownValues: PathValues = {
  caseId: unknownId,
  kind: 'compile-opinion',
  sessionId: unknownId,
  enteredId: unknownId,
  noteId: unknownId,
  motionId: unknownId,
  dutyId: unknownId,
  packageId: unknownId,
  fileId: unknownId,
  digest: '0'.repeat(64),
  accountId: unknownId,
  appointmentId: unknownId,
  signInId: unknownId,
  token: 'x'.repeat(43),
};

/** Each way of settling what waits has an entry of its own. */
function enteredIdOf({ id }: RouteContract, { entered, otherEntered, thirdEntered }: Targets): string {
  if (id === 'withdrawEnteredAct') return thirdEntered;
  return id === 'sendBackEnteredAct' ? otherEntered : entered;
}

/** What a row of the table names behind the route, by word. */
export function valuesOf(word: string | undefined, contract: RouteContract, targets: Targets): PathValues {
  const { year, topic, session, citySession, subject, appointment } = targets;
  const common = { accountId: subject.accountId, appointmentId: appointment, signInId: unknownId };
  const cases: Readonly<Record<string, string>> = { year, topic, session, citySession };
  const caseId = cases[word ?? caseOf(contract)] ?? topic;
  const file = word === 'sent' ? targets.sentFile : targets.file;
  return {
    ...common,
    caseId,
    sessionId: caseId,
    kind: 'compile-opinion',
    enteredId: enteredIdOf(contract, targets),
    packageId: word === 'sent' ? targets.sent : targets.unsent,
    fileId: contract.id === 'downloadNotePhoto' ? targets.notes.photo : file.id,
    invitationId: targets.invitation,
    list: word ?? '',
    noteId: noteIdOf(contract, targets),
    motionId: contract.id === 'withdrawInterpellation' ? targets.otherMotion : targets.motion,
    dutyId: targets.duty,
    digest: file.digest,
    token: unknownValues.token ?? '',
  };
}

/** Each reader sends a note of his own; what changes a note has one for itself. */
function noteIdOf({ id }: RouteContract, { notes }: Targets): string {
  if (id === 'saveFieldNote') return uuidv7();
  if (id === 'correctFieldNote') return notes.corrected;
  return id === 'withdrawFieldNote' ? notes.withdrawn : notes.read;
}

/** The kind of case that the act of a route is taken in. */
function caseOf({ path }: RouteContract): string {
  const kind = path.split('/').at(-1);
  return acts.find((definition) => definition.kind === kind)?.case ?? 'topic';
}

let made = 0;

/** A request that fits the contract of a route: sample texts, and what a route needs beyond its schema. */
export async function requestOf(
  contract: RouteContract,
  values: PathValues,
  linkage: WorkingLinkage,
): Promise<RouteRequest> {
  const path = contract.path.replace(/:(\w+)/g, (_place, name: string) => values[name] ?? unknownId);
  const url = `${path}${queries[contract.id] ?? ''}`;
  if (contract.consumes !== undefined) return { url, ...(await uploadOf(contract.id)) };
  made += 1;
  const body = bodies[contract.id]?.(linkage, made) ?? sampleBody(contract);
  return { url, body, headers: {} };
}

function sampleBody({ body }: RouteContract): unknown {
  return body === undefined ? undefined : sampleOf(jsonSchemaOf(body, 'input'));
}

async function uploadOf(id: string) {
  const file = id === 'uploadFile' ? '样例' : await workbookTemplate(defaultSettingRows());
  const { body, type } = await formOf(id === 'uploadFile' ? '样例.txt' : '样例.xlsx', file);
  return { body, headers: { 'content-type': type } };
}

/** What is asked for where an empty question has an empty answer. */
const searched = `?text=${encodeURIComponent(marks.contents)}`;
const ofYear = '?year=2027';
const queries: Readonly<Record<string, string>> = {
  search: searched,
  exportSearch: searched,
  exportYearEvents: ofYear,
  exportSlack: ofYear,
};

const bodies: Readonly<Record<string, (linkage: WorkingLinkage, made: number) => unknown>> = {
  signIn: () => ({ login: 'subject', password: testPassword }),
  setUp: (_linkage, made) => {
    const administrator = (name: string) => ({ personName: name, login: `${name}${made}`, password: testPassword });
    return {
      cityCode: '510600',
      linkageName: '样例',
      bodyName: '样例',
      shortName: '样例',
      systemAdministrator: administrator('sys'),
      securityAdministrator: administrator('sec'),
      auditAdministrator: administrator('aud'),
    };
  },
  readFirstUse: () => ({ token: 'x'.repeat(43) }),
  useFirstUse: () => ({ token: 'x'.repeat(43), password: testPassword }),
  changeMyPassword: () => ({ current: testPassword, next: testPassword }),
  addSecondFactor: () => ({ password: testPassword }),
  confirmSecondFactor: () => ({ code: '000000' }),
  removeSecondFactor: () => ({ password: testPassword, code: '000000' }),
  createAccount: ({ county }, made) => ({ login: `new${made}`, tenantId: county.id, person: { name: '新人示例' } }),
  addAppointment: ({ county, people }, made) => ({
    person: { id: people.staff.personId },
    tenantId: county.id,
    post: 'office-staff',
    from: `2026-01-${String((made % 27) + 1).padStart(2, '0')}`,
  }),
  changeSettings: () => ({ version: 0, settings: { handOverDays: 8 }, basis: { handOverDays: '样例' } }),
  loadCalendarYear: () => ({
    year: 2031,
    source: '样例通知',
    days: [{ day: '2031-01-01', kind: 'holiday', name: '元旦' }],
  }),
  addLeaderDuty: ({ people }) => ({ ...dutyOf('样例'), personIds: [people.chair.personId] }),
  changeLeaderDuty: ({ people }) => ({ ...dutyOf('样例'), personId: people.chair.personId, version: 7 }),
  openYear: (_linkage, made) => ({ year: 2030 + (made % 70) }),
  saveFieldNote: () => noteOf('样例'),
  correctFieldNote: () => ({ version: 1, place: { kind: 'other', name: '样例' }, text: '样例' }),
  withdrawFieldNote: () => ({ version: 1 }),
  tellProblemsApart: ({ city }) => ({
    problemIds: ['f-1'],
    earlierCaseId: city.id,
    earlierDemandId: 'd-1',
    reason: '样例',
  }),
  remind: ({ city }) => ({ tenantId: city.id, stepKey: 'draft-implementation-plan' }),
  signInterpellation: () => ({ version: 1 }),
  speakOnAnswer: () => ({ isAgain: false, no: 1, isSatisfied: true }),
  submitInterpellation: () => ({ version: 1, on: '2026-11-24' }),
  attendByCode: () => ({ code: '000000' }),
  previewMove: () => ({ opens: '2027-04-20', closes: '2027-04-21' }),
};

import { describe, expect, test } from 'vitest';
import { buildCase, buildOrgan, buildTrack, doneOnDay } from '../../../test/build/build-case.ts';
import { buildTopic, withDone } from '../../../test/build/facts.ts';
import { officialCalendar } from '../../../test/build/official-years.ts';
import { changeTrack } from './apply-changes.ts';
import { type CaseView, trackOf } from './case.ts';
import { complianceOf } from './compliance.ts';
import { organPartsOf } from './organ-part.ts';
import { steps } from './procedure.ts';
import { scheduleOf } from './schedule.ts';
import { defaultSettings, type Settings } from './settings.ts';

const workReport = ['submit-draft-report', 'submit-final-report', 'receive-collected-opinions'];
const handling = ['receive-demands', 'answer-demands', 'submit-handling-draft', 'submit-handling-report'];

const schedule = (view: CaseView, settings: Partial<Settings> = {}) =>
  scheduleOf(view, steps, officialCalendar, { ...defaultSettings, ...settings });
const stepsOf = (view: CaseView, tenantId: string) =>
  schedule(view)
    .filter((entry) => entry.tenantId === tenantId)
    .map((entry) => entry.stepId);

/** The city names its government and, beside it, the housing department. */
const named = withDone(
  withDone(buildTopic(), ['city-government'], ['reporting-organ']),
  ['city-housing'],
  ['assisting-organ'],
);

describe('S3.5 监督法 §16: the report to the session', () => {
  test('is owed by the organ that reports alone; one named beside it owes nothing', () => {
    expect(stepsOf(named, 'city-government')).toEqual(expect.arrayContaining(workReport));
    expect(stepsOf(named, 'city-housing')).toEqual([]);
    expect(organPartsOf(tracked(named, 'city-housing'))).toEqual(['assisting']);
  });
});

describe('S4.3: the report on the handling', () => {
  test('is owed by every organ that a demand names, whether it has reported to the session or not', () => {
    const both = withDone(named, ['city-government', 'city-housing'], ['handling-organ', 'asked-organ@1']);
    expect(stepsOf(both, 'city-government')).toEqual(expect.arrayContaining([...workReport, ...handling]));
    expect(stepsOf(both, 'city-housing').toSorted()).toEqual(handling.toSorted());
  });

  test('in a later round is owed only by an organ that still has a demand to meet', () => {
    const marked = withDone(named, ['city-housing'], ['handling-organ', 'asked-organ@1']);
    const second = { ...marked, tracks: marked.tracks.map((track) => ({ ...track, round: 2 })) };
    expect(stepsOf(second, 'city-housing')).toEqual(['receive-demands']);
    const asked = second.tracks.map((track) =>
      changeTrack(track, { kind: 'ask-organs', organIds: ['city-housing'] }, 'city', { on: '2026-09-01', seq: 4 }),
    );
    expect(stepsOf({ ...second, tracks: asked }, 'city-housing').toSorted()).toEqual(handling.toSorted());
    expect(stepsOf({ ...second, tracks: asked }, 'city-government')).not.toContain('answer-demands');
  });

  test('is not owed by an organ without a demand, be it the one that reported', () => {
    const one = withDone(named, ['city-housing'], ['handling-organ']);
    for (const stepId of handling) expect(stepsOf(one, 'city-government')).not.toContain(stepId);
  });

  test('an organ that only received a letter owes nothing and has no part', () => {
    expect(stepsOf(buildTopic(), 'city-housing')).toEqual([]);
    expect(organPartsOf(tracked(buildTopic(), 'city-housing'))).toEqual([]);
  });

  test('the term of the body runs from the receipt of the organs with demands, not of one that assists', () => {
    const city = buildTrack('city', 'city');
    const answering = buildOrgan(city, { done: doneOnDay('2023-11-03', 'handling-organ', 'receive-demands') });
    const assisting = buildOrgan(city, { tenantId: 'other', done: doneOnDay('2023-09-01', 'assisting-organ') });
    const view = buildCase({ tracks: [city, answering, assisting] });
    const received = schedule(view, { handlingBase: 'demands-received' }).find(
      (entry) => entry.tenantId === 'city' && entry.stepId === 'receive-handling-report',
    );
    expect(received).toMatchObject({ due: '2024-02-04' });
  });

  test('left undone in a round that is over is broken for an organ with demands alone', () => {
    const city = buildTrack('city', 'city', 'body', { round: 2 });
    const past = (...marks: readonly string[]) => {
      const organ = buildOrgan(city, { round: 2, done: doneOnDay('2023-11-01', ...marks) });
      const view = buildCase({ tracks: [city, organ] });
      const clauses = complianceOf(view, steps, schedule(view), '2024-03-01');
      const tracks = clauses.find(({ clause }) => clause.id === 'S4.3')?.tracks ?? [];
      const found = tracks.find((track) => track.tenantId === organ.tenantId)?.steps ?? [];
      return found.find(({ key }) => key === 'submit-handling-report@1')?.state;
    };
    expect(past('handling-organ', 'asked-organ@1')).toBe('broken');
    // 销号 before that round began: nothing was asked of it any more.
    expect(past('handling-organ')).toBeUndefined();
    expect(past('assisting-organ')).toBeUndefined();
  });
});

describe('a body assigns parts to its organs', () => {
  const moment = { on: '2026-09-01', seq: 4 };
  const assign = (view: CaseView, part: 'reporting' | 'handling', organIds: readonly string[], by = 'city') => ({
    ...view,
    tracks: view.tracks.map((track) => changeTrack(track, { kind: 'assign-organs', part, organIds }, by, moment)),
  });

  test('to its own, in place of what it assigned before', () => {
    const first = assign(buildTopic(), 'reporting', ['city-government']);
    expect(tracked(first, 'city-government').done['reporting-organ']).toEqual(moment);
    const second = assign(first, 'reporting', ['city-housing']);
    expect(organPartsOf(tracked(second, 'city-government'))).toEqual([]);
    expect(organPartsOf(tracked(second, 'city-housing'))).toEqual(['reporting']);
  });

  test('and to no organ of another body', () => {
    const other = assign(buildTopic(), 'handling', ['city-government'], 'county-1');
    expect(other.tracks).toEqual(buildTopic().tracks);
  });

  test('the day of the first time stays, and the version with it', () => {
    const first = assign(buildTopic(), 'handling', ['city-government']);
    const again = assign(first, 'handling', ['city-government', 'city-housing']);
    expect(tracked(again, 'city-government')).toEqual(tracked(first, 'city-government'));
  });
});

function tracked(view: CaseView, tenantId: string) {
  const track = trackOf(view, tenantId);
  if (track === undefined) throw new Error(`No track of ${tenantId}.`);
  return track;
}

import { describe, expect, test } from 'vitest';
import { buildSession } from '../../../test/build/build-case.ts';
import { buildTopic, changedTrack } from '../../../test/build/facts.ts';
import type { Obligation } from '../procedure/worklist.ts';
import { comingSitting, currentMatter, progressOf } from './sitting-progress.ts';

const sitting = (id: string, opens: string, state: 'convened' | 'open' | 'closed') =>
  changedTrack(buildTopic({ kind: 'session', id, name: id }), 'city', {
    session: { ...buildSession(opens, opens, id), state },
  });
const owed = (stepId: string, state: Obligation['state'], force: Obligation['force'] = 'must'): Obligation => ({
  tenantId: 'city',
  performer: 'session',
  stepId,
  key: stepId,
  title: stepId,
  clause: 'S3.5',
  force,
  state,
  why: '',
});

describe('the sitting that concerns a member', () => {
  const sessions = [
    sitting('over', '2026-10-01', 'closed'),
    sitting('forgotten', '2026-10-05', 'open'),
    sitting('next', '2026-11-27', 'convened'),
    sitting('later', '2026-12-27', 'convened'),
  ];

  test('is the one that is on, before any that is to come', () => {
    const open = sitting('on', '2026-10-26', 'open');
    expect(comingSitting([...sessions, open], 'city', '2026-10-26')?.view.id).toBe('on');
  });

  test('is else the next that was convened; one whose days are over is none', () => {
    expect(comingSitting(sessions, 'city', '2026-10-26')?.view.id).toBe('next');
    expect(comingSitting(sessions, 'city', '2027-10-26')).toBeUndefined();
    expect(comingSitting(sessions, 'county-1', '2026-10-26')).toBeUndefined();
  });
});

describe('S3.5 S3.7 how far a sitting is', () => {
  test('a matter is under way from its first step to its last; what is optional holds nothing up', () => {
    expect(progressOf([owed('deliberate', 'waiting'), owed('adopt-opinion', 'waiting')]).state).toBe('to-come');
    const begun = progressOf([owed('deliberate', 'done'), owed('adopt-opinion', 'waiting')]);
    expect(begun).toMatchObject({ state: 'current', next: { stepId: 'adopt-opinion' } });
    const done = [owed('deliberate', 'done'), owed('make-resolution', 'ready', 'may'), owed('adopt-opinion', 'done')];
    expect(progressOf(done)).toEqual({ state: 'done' });
  });

  test('the sitting is at the matter that is under way, else at the first to come', () => {
    const matter = (name: string, state: 'done' | 'current' | 'to-come') => ({ name, progress: { state } });
    expect(currentMatter([matter('a', 'done'), matter('b', 'to-come'), matter('c', 'current')])?.name).toBe('c');
    expect(currentMatter([matter('a', 'done'), matter('b', 'to-come')])?.name).toBe('b');
    expect(currentMatter([matter('a', 'done')])).toBeUndefined();
  });
});

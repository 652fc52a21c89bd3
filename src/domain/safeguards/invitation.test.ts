import { describe, expect, test } from 'vitest';
import {
  attendanceAttempts,
  checkAttendance,
  checkCodeDay,
  checkCodeMaker,
  codeDayOf,
  invitationStandingOf,
  openInvitationsFirst,
  wrongCode,
} from './invitation.ts';

const today = '2026-07-01';
const codesOf = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code);

describe('S5.4 the code by which a deputy signs in at an activity', () => {
  test('is shown by the office of the body, and by nobody else', () => {
    expect(checkCodeMaker({ kind: 'body', roles: ['office-clerk'] })).toEqual([]);
    expect(codesOf(checkCodeMaker({ kind: 'body', roles: ['committee-clerk', 'chairperson', 'deputy'] }))).toEqual([
      'attendance/not-office',
    ]);
    expect(codesOf(checkCodeMaker({ kind: 'organ', roles: ['office-clerk'] }))).toEqual(['attendance/not-office']);
  });

  test('is good on the day of the activity, or today where no day is on record', () => {
    expect(codeDayOf({ day: '2026-07-05' }, today)).toBe('2026-07-05');
    expect(codeDayOf({}, today)).toBe(today);
    expect(checkCodeDay({ day: today }, today)).toEqual([]);
    expect(codesOf(checkCodeDay({ day: '2026-06-30' }, today))).toEqual(['attendance/over']);
  });

  test('is asked for only once it is shown, on its day, and not after five wrong tries', () => {
    expect(checkAttendance({ validOn: today }, 4, today)).toEqual([]);
    expect(codesOf(checkAttendance(undefined, 0, today))).toEqual(['attendance/no-code']);
    expect(codesOf(checkAttendance({ validOn: '2026-07-02' }, 0, today))).toEqual(['attendance/not-today']);
    expect(codesOf(checkAttendance({ validOn: '2026-06-30' }, 0, today))).toEqual(['attendance/not-today']);
    expect(codesOf(checkAttendance({ validOn: today }, attendanceAttempts, today))).toEqual(['attendance/locked']);
    expect(wrongCode(4).text).toContain('还可以试1次');
  });
});

describe('an invitation stands for its deputy', () => {
  const open = { day: '2026-07-01', outcome: null, cameAt: null };
  test.each([
    ['to-answer', open],
    ['to-answer', { ...open, day: null }],
    ['coming', { ...open, outcome: 'accepted' as const }],
    ['declined', { ...open, outcome: 'declined' as const, day: '2026-06-30' }],
    ['over', { ...open, day: '2026-06-30' }],
    ['over', { ...open, day: '2026-06-30', outcome: 'accepted' as const }],
    ['came', { ...open, day: '2026-06-30', outcome: 'declined' as const, cameAt: '2026-06-30T01:00:00Z' }],
  ] as const)('as %s', (standing, invitation) => {
    expect(invitationStandingOf(invitation, today)).toBe(standing);
  });

  test('among the others: what lies ahead first, the nearest of it on top; then what is behind', () => {
    const days = ['2026-07-20', '2026-07-05', '2026-06-20', '2026-06-10'];
    const invitations = days.map((day) => ({ ...open, day }));
    const declined = { ...open, day: '2026-07-10', outcome: 'declined' as const };
    expect(openInvitationsFirst([...invitations.slice(0, 1), declined, ...invitations.slice(1)], today)).toEqual(
      ['2026-07-05', '2026-07-20', '2026-07-10', '2026-06-20', '2026-06-10'].map((day) =>
        day === declined.day ? declined : { ...open, day },
      ),
    );
  });
});

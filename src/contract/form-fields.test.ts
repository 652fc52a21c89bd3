import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { actKinds } from './act-kinds.ts';
import { actSchemas } from './acts.ts';
import { longText, optionalText, rows, shortText } from './fields.ts';
import { emptyValues, formOf, parseForm, placeAt } from './form-fields.ts';
import { plainDate, uuid } from './route.ts';

const decision = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('approved').meta({ title: '决定', labels: { approved: '同意', returned: '退回' } }) }),
  z.object({
    outcome: z.literal('returned').meta({ title: '决定', labels: { approved: '同意', returned: '退回' } }),
    reason: longText('退回理由'),
  }),
]);
const visit = z.object({
  on: plainDate.meta({ title: '日期' }),
  forms: z
    .array(z.enum(['site', 'talk']).meta({ labels: { site: '实地调研', talk: '座谈' } }))
    .min(1, '请选择调研形式')
    .meta({ title: '形式' }),
  memberIds: z.array(uuid.meta({ widget: 'person' })).meta({ title: '成员' }),
  units: z.array(shortText('单位')).min(1, '走访单位至少填写一项').meta({ title: '单位' }),
  leaderId: z.exactOptional(uuid).meta({ title: '组长', widget: 'person' }),
  notes: optionalText('情况'),
  demandNos: z.array(z.number().int().meta({ title: '第几项' })).meta({ title: '要求' }),
  findings: rows('问题', z.object({ title: shortText('问题'), severe: z.boolean().meta({ title: '突出' }) })),
  count: z.object({ issued: z.number().int().min(0).meta({ title: '发出票数' }) }).meta({ title: '计票' }),
});

describe('a form of an object', () => {
  test('has a control for every member, named and marked by the schema', () => {
    const form = formOf(visit);
    if (form.kind !== 'group') throw new Error('not a group');
    const summary = form.fields.map(({ name, title, required, input }) => [name, title, required, input.kind]);
    expect(summary).toEqual([
      ['on', '日期', true, 'date'],
      ['forms', '形式', true, 'choices'],
      ['memberIds', '成员', false, 'references'],
      ['units', '单位', true, 'lines'],
      ['leaderId', '组长', false, 'reference'],
      ['notes', '情况', false, 'text'],
      ['demandNos', '要求', false, 'numbers'],
      ['findings', '问题', true, 'rows'],
      ['count', '计票', true, 'group'],
    ]);
  });

  test('tells a list of everybody from a list of some, and a group in which each stands in one list', () => {
    const ids = z.array(uuid.meta({ widget: 'member' }));
    const form = formOf(
      z.object({
        presentIds: ids.min(1, '请选择').meta({ title: '出席', all: '全部到会' }),
        vote: z.object({ yes: ids.meta({ title: '赞成' }) }).meta({ title: '表决', widget: 'one-list-each' }),
      }),
    );
    expect(form.kind === 'group' ? form.fields.map(({ input }) => input) : []).toMatchObject([
      { kind: 'references', widget: 'member', all: '全部到会' },
      {
        kind: 'group',
        layout: 'one-list-each',
        fields: [{ name: 'yes', input: { kind: 'references', widget: 'member' } }],
      },
    ]);
  });

  test('marks what has to be chosen, also where an empty text would do', () => {
    const form = formOf(z.object({ demandId: z.string().meta({ title: '审议要求', widget: 'demand' }) }));
    expect(form.kind === 'group' ? form.fields.map(({ required }) => required) : []).toEqual([true]);
  });

  test('names every choice in Chinese', () => {
    const form = formOf(visit);
    const forms = form.kind === 'group' ? form.fields.find((field) => field.name === 'forms')?.input : undefined;
    expect(forms).toEqual({
      kind: 'choices',
      choices: [
        { value: 'site', label: '实地调研' },
        { value: 'talk', label: '座谈' },
      ],
    });
  });

  test('left empty is told field by field in Chinese what is missing', () => {
    const result = parseForm(visit, emptyValues(formOf(visit)));
    if (result.ok) throw new Error('accepted');
    expect(result.errors).toEqual([
      { path: ['on'], text: '请选择日期' },
      { path: ['forms'], text: '请选择调研形式' },
      { path: ['units'], text: '走访单位至少填写一项' },
      { path: ['findings'], text: '问题至少填写一项' },
      { path: ['count', 'issued'], text: '请填写发出票数' },
    ]);
  });

  test('gives what the schema gives; an optional field left empty is absent', () => {
    const typed = {
      on: '2026-11-24',
      forms: ['site'],
      memberIds: [],
      units: ['示例乡'],
      leaderId: null,
      notes: undefined,
      demandNos: [2, 3],
      findings: [{ title: ' 井水浑浊 ' }],
      count: { issued: 0 },
    };
    expect(parseForm(visit, typed)).toEqual({
      ok: true,
      value: {
        on: '2026-11-24',
        forms: ['site'],
        memberIds: [],
        units: ['示例乡'],
        notes: '',
        demandNos: [2, 3],
        findings: [{ title: '井水浑浊', severe: false }],
        count: { issued: 0 },
      },
    });
  });

  test('names a wrong row by its number and its field', () => {
    const result = parseForm(visit, { findings: [{ title: '甲' }, { title: '' }] });
    expect(result.ok ? [] : result.errors).toContainEqual({ path: ['findings', 1, 'title'], text: '请填写问题' });
    expect(placeAt(formOf(visit), ['findings', 1, 'severe'])).toBe('问题 第2项 突出');
  });
});

describe('a form of a choice between objects', () => {
  test('offers each option with the fields that only it has', () => {
    expect(formOf(decision)).toMatchObject({
      kind: 'variants',
      discriminator: {
        title: '决定',
        input: {
          choices: [
            { value: 'approved', label: '同意' },
            { value: 'returned', label: '退回' },
          ],
        },
      },
      variants: [
        { value: 'approved', fields: [] },
        { value: 'returned', fields: [{ name: 'reason', title: '退回理由' }] },
      ],
    });
  });

  test('forgets what was typed for another option', () => {
    expect(parseForm(decision, { outcome: 'approved', reason: '先前填写的' })).toEqual({
      ok: true,
      value: { outcome: 'approved' },
    });
  });

  test('asks for the choice itself first', () => {
    expect(parseForm(decision, {})).toEqual({ ok: false, errors: [{ path: ['outcome'], text: '请选择决定' }] });
  });
});

describe('every act that is filled in', () => {
  test.each(actKinds)('%s has a form, and nothing filled in is told in Chinese', (kind) => {
    const form = formOf(actSchemas[kind]);
    const result = parseForm(actSchemas[kind], emptyValues(form));
    const texts = result.ok ? [] : result.errors.map((error) => error.text);
    expect(texts.filter((text) => !/\p{Script=Han}/u.test(text) || /[A-Za-z]{3}/.test(text))).toEqual([]);
  });
});

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { exportCalendarYears } from '../../contract/admin-exports.ts';
import { limits } from '../../contract/fields.ts';
import { listCalendarYears, loadCalendarYear } from '../../contract/organisation.ts';
import { call, download, newIdempotencyKey } from '../lib/client.ts';
import { monthDay, todayInChina, weekdayOf } from '../lib/formats.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { useFeedback } from '../ui/feedback.tsx';
import { NumberEntry } from '../ui/number-entry.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { QueryView } from '../ui/states.tsx';
import { TextEntry, within } from '../ui/text-entry.tsx';
import { type CalendarDay, changesOfYear, readCalendarLines } from './calendar-lines.ts';

type Typed = { year: number; source: string; lines: string };

/** The official days of each year by their notice; a year not loaded is flagged on every date that falls in it. */
export function CalendarYears() {
  const years = useQuery({ queryKey: ['calendar-years'], queryFn: () => call(listCalendarYears, {}) });
  return (
    <>
      <QueryView query={years}>
        {(data) => (
          <section className="section" aria-label="已载入的年份">
            <div className="section-head">
              <h2>已载入的年份</h2>
              <ExportButton ask={() => download(exportCalendarYears, {})} />
            </div>
            {data.years
              .toSorted((one, other) => other.year - one.year)
              .map((year) => (
                <details key={year.year}>
                  <summary>
                    {year.year}年：{year.source}
                  </summary>
                  <Days days={year.days} />
                </details>
              ))}
          </section>
        )}
      </QueryView>
      <LoadYear loaded={years.data?.years ?? []} />
    </>
  );
}

function Days({ days }: { days: readonly CalendarDay[] }) {
  const names = Map.groupBy(days, (day) => day.name);
  return (
    <ul>
      {[...names.entries()].map(([name, own]) => (
        <li key={name}>
          {name}：放假
          {own
            .filter((day) => day.kind === 'holiday')
            .map((day) => `${monthDay(day.day)}（${weekdayOf(day.day)}）`)
            .join('、') || '无'}
          ；调休上班
          {own
            .filter((day) => day.kind === 'workday')
            .map((day) => `${monthDay(day.day)}（${weekdayOf(day.day)}）`)
            .join('、') || '无'}
        </li>
      ))}
    </ul>
  );
}

type Loaded = { year: number; source: string; days: readonly CalendarDay[] };

function LoadYear({ loaded }: { loaded: readonly Loaded[] }) {
  const { message, modal } = useFeedback();
  const [form] = Form.useForm<Typed>();
  const year = Form.useWatch('year', form);
  const lines = Form.useWatch('lines', form) ?? '';
  const { days } = readCalendarLines(lines, year);
  const before = loaded.find((one) => one.year === year);
  const client = useQueryClient();
  const load = useMutation({
    mutationFn: ({ year, source, lines }: Typed) => {
      const { days } = readCalendarLines(lines, year);
      return call(loadCalendarYear, { body: { year, source, days }, idempotencyKey: newIdempotencyKey() });
    },
    onSuccess: ({ year, days }) => {
      void message.success(`已载入${year}年，共${days}天`);
      return client.invalidateQueries();
    },
  });
  const submit = (typed: Typed) => {
    if (before === undefined) return load.mutate(typed);
    const changes = changesOfYear(before.days, readCalendarLines(typed.lines, typed.year).days);
    modal.confirm({
      title: `${typed.year}年已按${before.source}载入，替换为这一次填写的？`,
      content: <Changes changes={changes} />,
      okText: '替换',
      cancelText: '取消',
      onOk: () => load.mutateAsync(typed).catch(() => undefined),
    });
  };
  return (
    <section className="section" aria-label="载入一年">
      <h2>载入一年</h2>
      <ProblemAlert error={load.error} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ year: Number(todayInChina().slice(0, 4)) + 1 }}
        onFinish={submit}
      >
        <Form.Item name="year" label="年份" rules={[{ required: true, message: '请填写年份' }]}>
          <NumberEntry min={2000} max={2100} />
        </Form.Item>
        <Form.Item
          name="source"
          label="国务院办公厅通知名称和文号"
          rules={[{ required: true, whitespace: true, message: '请填写通知名称和文号' }, within(limits.shortText)]}
        >
          <TextEntry widget="line" maxLength={limits.shortText} />
        </Form.Item>
        <Form.Item
          name="lines"
          label="节假日和调休上班日"
          extra="每行一段：日期或起止日期、放假或上班、节日名称，用空格分开。例如“2027-02-05至2027-02-11 放假 春节”“2027-01-30 上班 春节”。"
          dependencies={['year']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_rule, value) => {
                const { errors } = readCalendarLines(value ?? '', getFieldValue('year'));
                return errors.length === 0 ? Promise.resolve() : Promise.reject(new Error(errors.join('；')));
              },
            }),
          ]}
        >
          <Input.TextArea autoSize={{ minRows: 6 }} />
        </Form.Item>
        {days.length === 0 ? null : (
          <section className="calendar-preview" aria-label="将要载入的日期">
            <h3>将要载入的日期（{days.length}天）</h3>
            <Days days={days} />
          </section>
        )}
        <Button type="primary" htmlType="submit" loading={load.isPending}>
          载入
        </Button>
      </Form>
    </section>
  );
}

/** What replacing a year means for the dates that are computed from it. */
function Changes({ changes }: { changes: ReturnType<typeof changesOfYear> }) {
  if (changes.length === 0) return <p>日期与已载入的相同，只更改通知名称。</p>;
  return (
    <>
      <p>变动{changes.length}天；以这些日期计算的期限随之重新计算。</p>
      <ul>
        {changes.map(({ day, text }) => (
          <li key={day}>
            {monthDay(day)}（{weekdayOf(day)}）：{text}
          </li>
        ))}
      </ul>
    </>
  );
}

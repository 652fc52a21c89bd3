import { Popover } from 'antd';
import { basisText, citedBases, dateWithWeekday, withDateWords } from '../lib/formats.ts';
import { Icon } from './icons.tsx';

/** How a date came about, part by part. Same shape as the domain's Explanation, its force in words. */
export type DateReason = {
  base: { name: string; date: string } | undefined;
  rule: string;
  clause: string;
  law: readonly string[];
  arithmetic: string;
  shift?: { from: string; to: string; because: string };
  note?: string;
  warning?: string;
  forceName: string;
};

/** A date that explains itself when it is asked: base, rule, clause, arithmetic, holiday shift, force. */
export function DateWithReason({
  date,
  reason,
  text,
}: {
  date: string;
  reason: DateReason | undefined;
  text?: string;
}) {
  const shown = text ?? dateWithWeekday(date);
  if (reason === undefined) return <time dateTime={date}>{shown}</time>;
  return (
    <Popover trigger="click" title={`${dateWithWeekday(date)}是怎样得出的`} content={<ReasonList reason={reason} />}>
      <button type="button" className="date-reason" aria-label={`${shown}，查看计算依据`}>
        <time dateTime={date}>{shown}</time>
        <Icon name={reason.warning === undefined ? 'info' : 'overdue'} size={13} />
      </button>
    </Popover>
  );
}

/** The working of a date, laid out. */
export function ReasonList({ reason }: { reason: DateReason }) {
  const { base, rule, clause, law, arithmetic, shift, note, warning, forceName } = reason;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['起算', base === undefined ? undefined : `${base.name} ${base.date}`],
    ['规则', rule],
    ['依据', citedBases(clause, law).map(basisText).join('、')],
    ['计算', arithmetic],
    ['顺延', shift === undefined ? undefined : `${shift.from}为${shift.because}，顺延至${shift.to}`],
    ['效力', forceName],
    ['说明', note],
    ['提醒', warning],
  ];
  return (
    <dl className="facts reason">
      {lines.map(([name, value]) =>
        value === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{withDateWords(value)}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

import { type AssessmentTrend, unsatisfiedShare } from '../../contract/assessment-list.ts';
import type { AssessmentEntry } from '../../contract/assessments.ts';
import { dateText } from '../lib/formats.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';

type Props = { trends: readonly AssessmentTrend[]; bodyName: (id: string) => string };

/** How the dissatisfied share of each body went from ballot to ballot: as a line, and point by point in words. */
export function Trends({ trends, bodyName }: Props) {
  if (trends.length === 0) return null;
  const most = Math.max(10, ...trends.flatMap(({ points }) => points.map(unsatisfiedShare)));
  const columns: readonly Column<AssessmentTrend>[] = [
    { key: 'body', title: '人大常委会', width: '9rem', isHeading: true, render: ({ bodyId }) => bodyName(bodyId) },
    {
      key: 'line',
      title: '不满意占比走势',
      width: '17rem',
      render: ({ points }) => <Line points={points} most={most} />,
    },
    { key: 'points', title: '历次不满意占比', width: '14rem', render: ({ points }) => <Points points={points} /> },
    { key: 'change', title: '比上一次', width: '7rem', render: ({ points }) => changeText(points) },
  ];
  return (
    <section className="section trends" aria-labelledby="trends-title">
      <h2 id="trends-title">不满意占比走势</h2>
      <DataTable
        caption="各人大常委会历次测评的不满意占比"
        columns={columns}
        rows={trends}
        rowKey={({ bodyId }) => bodyId}
      />
    </section>
  );
}

const width = 260;
const height = 56;
const edge = 6;

/** Days across, shares up; what it draws stands beside it in words. */
function Line({ points, most }: { points: readonly AssessmentEntry[]; most: number }) {
  const days = points.map(({ on }) => Date.parse(on ?? ''));
  const [first = 0, last = 0] = [days.at(0), days.at(-1)];
  const placed = points.map((point, index) => ({
    x: last === first ? width / 2 : edge + (((days[index] ?? first) - first) / (last - first)) * (width - 2 * edge),
    y: height - edge - (unsatisfiedShare(point) / most) * (height - 2 * edge),
    key: `${point.caseId}/${point.of}/${point.round ?? 0}`,
  }));
  return (
    <svg className="trend-line" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <line x1={edge} y1={height - edge} x2={width - edge} y2={height - edge} className="trend-base" />
      <polyline points={placed.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {placed.map(({ x, y, key }) => (
        <circle key={key} cx={x} cy={y} r={3.5} />
      ))}
    </svg>
  );
}

function Points({ points }: { points: readonly AssessmentEntry[] }) {
  return (
    <ol className="trend-points">
      {points.map((point) => (
        <li key={`${point.caseId}/${point.of}/${point.round ?? 0}`}>
          {dateText(point.on ?? '')}：{unsatisfiedShare(point).toFixed(2)}%
          <span className="quiet">（{point.topicName}）</span>
        </li>
      ))}
    </ol>
  );
}

function changeText(points: readonly AssessmentEntry[]): string {
  const [last, before] = [points.at(-1), points.at(-2)];
  if (last === undefined || before === undefined) return '首次测评';
  const change = unsatisfiedShare(last) - unsatisfiedShare(before);
  if (Math.abs(change) < 0.005) return '持平';
  return `${change > 0 ? '上升' : '下降'}${Math.abs(change).toFixed(2)}个百分点`;
}

import { Button } from 'antd';
import type { DutyFilter } from '../../contract/duty-list.ts';
import { exportToldDuties, type LeaderDutyView } from '../../contract/leader-duties.ts';
import type { SpokenDuty } from '../../domain/organisation/leader-duty.ts';
import type { Level } from '../../domain/organisation/tenant.ts';
import { download } from '../lib/client.ts';
import { dateText, dateWithWeekday } from '../lib/formats.ts';
import { useDutyChanges } from '../lib/leader-duties.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { useFeedback } from '../ui/feedback.tsx';

type Props = {
  duties: readonly LeaderDutyView[];
  level: Level;
  keeps: boolean;
  onEdit: (duty: LeaderDutyView) => void;
};

/** What the own body has entered, the earliest first. */
export function OwnDuties({ duties, level, keeps, onEdit }: Props) {
  return (
    <DataTable
      caption="本级登记的公务"
      rows={duties}
      rowKey={({ id }) => id}
      columns={[
        { key: 'who', title: '人员', isHeading: true, width: '9rem', render: ({ who }) => who },
        { key: 'days', title: '日期', width: '16rem', render: daysText },
        { key: 'matter', title: '公务事项', width: '14rem', render: ({ matter }) => matter },
        ...(level === 'city' ? [] : [toldColumn]),
        {
          key: 'by',
          title: '登记',
          width: '10rem',
          render: ({ enteredByName, enteredAt }) => `${enteredByName}，${dateText(enteredAt.slice(0, 10))}`,
        },
        ...(keeps
          ? [
              {
                key: 'deeds',
                title: '操作',
                width: '9rem',
                render: (duty: LeaderDutyView) => <Deeds duty={duty} onEdit={onEdit} />,
              },
            ]
          : []),
      ]}
    />
  );
}

const toldColumn: Column<LeaderDutyView> = {
  key: 'told',
  title: '告知市人大常委会',
  width: '8rem',
  render: ({ isTold }) => (isTold ? '已告知日期' : '不告知'),
};

function Deeds({ duty, onEdit }: { duty: LeaderDutyView; onEdit: (duty: LeaderDutyView) => void }) {
  const { remove } = useDutyChanges();
  const { message } = useFeedback();
  const what = `${duty.who}${dateText(duty.from)}的公务`;
  return (
    <span className="duty-row-deeds">
      <Button size="small" aria-label={`更正${what}`} onClick={() => onEdit(duty)}>
        更正
      </Button>
      <ConfirmButton
        label={`删去${what}`}
        question={`删去${what}？`}
        detail={duty.matter}
        okText="删去"
        button={{ size: 'small', danger: true, loading: remove.isPending }}
        onConfirm={() =>
          remove.mutateAsync(duty).catch((error: Error) => {
            void message.error(error.message);
          })
        }
      >
        删去
      </ConfirmButton>
    </span>
  );
}

/** What counties have told the city: whose and which days, nothing else. */
export function ToldDuties({ duties, filter }: { duties: readonly SpokenDuty[]; filter: DutyFilter }) {
  return (
    <section className="section duty-told" aria-labelledby="told-duties">
      <div className="section-head">
        <h2 id="told-duties">各县（市、区）告知的日期</h2>
        {duties.length === 0 ? null : (
          <ExportButton
            looks="link"
            about="各县（市、区）告知的日期"
            ask={() => download(exportToldDuties, { query: filter })}
          />
        )}
      </div>
      {duties.length === 0 ? (
        <p className="quiet">这段时间没有县（市、区）告知其领导有其他公务。县级登记的事项不对市级公开。</p>
      ) : (
        <DataTable
          caption="各县（市、区）告知的日期"
          rows={duties}
          rowKey={({ personId, from, until }) => `${personId}/${from}/${until}`}
          columns={[
            { key: 'who', title: '人员', isHeading: true, width: '12rem', render: ({ who }) => who },
            { key: 'days', title: '有其他公务的日期', width: '16rem', render: daysText },
          ]}
        />
      )}
    </section>
  );
}

function daysText({ from, until }: { from: string; until: string }): string {
  return from === until ? dateWithWeekday(from) : `${dateWithWeekday(from)}至${dateWithWeekday(until)}`;
}

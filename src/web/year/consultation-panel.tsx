import type { ConsultationView } from '../../contract/consultations.ts';
import type { Me } from '../../contract/sign-in.ts';
import { exportConsultation } from '../../contract/year-exports.ts';
import type { ConsultationRecord } from '../../domain/topic/consultation.ts';
import {
  type ConferredTopic,
  checkConvener,
  conferringResultNames,
  stanceNames,
  unsaidBy,
} from '../../domain/topic/consultation.ts';
import { paths } from '../app/paths.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import { dateText } from '../lib/formats.ts';
import { useConsultation } from '../lib/use-consultation.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { stanceTones } from './conferring.ts';

/** Where the year's conferring stands: not called, open with what the own unit has yet to say, or what it came to (S1.3). */
export function ConsultationPanel({ me, loaded }: { me: Me; loaded: LoadedCase }) {
  const { view, state } = loaded;
  const reads = state !== null && me.kind === 'body';
  const { data: found } = useConsultation(view.id, reads);
  if (!reads || found === undefined) return null;
  const record = state.year.consultation;
  const mayConvene = checkConvener(me, 'S1.3').length === 0 && state.year.preliminary.length > 0;
  if (found === null && record === null && !mayConvene) return null;
  const way = wayOn(found, me.tenantId);
  return (
    <section className="year-panel" aria-labelledby="consultation-title">
      <div className="section-head">
        <h2 id="consultation-title">专题会商</h2>
        <div className="section-side">
          {found?.state === 'open' ? <StateTag tone="soon" text="会商进行中" /> : null}
          {record === null ? null : <StateTag tone="done" text={`${dateText(record.date)}会商`} />}
          {found === null ? null : (
            <ExportButton
              looks="link"
              about="会商意见"
              ask={() => download(exportConsultation, { params: { caseId: view.id } })}
            />
          )}
        </div>
      </div>
      {way.left > 0 ? <p>本单位还有{way.left}项会商意见未填写。</p> : null}
      {record === null ? null : <Record record={record} ownId={me.tenantId} />}
      <p className="panel-deeds">
        <LinkButton to={paths.consultationOf(view.id)} type={way.isFirst ? 'primary' : 'default'}>
          {way.text}
        </LinkButton>
      </p>
    </section>
  );
}

function wayOn(found: ConsultationView | null, ownId: string): { text: string; left: number; isFirst: boolean } {
  if (found === null) return { text: '发起会商', left: 0, isFirst: true };
  const left = found.state === 'open' ? unsaidBy(ownId, found).length : 0;
  return { text: left > 0 ? '填写会商意见' : '查看各方意见', left, isFirst: left > 0 };
}

function Record({ record, ownId }: { record: ConsultationRecord; ownId: string }) {
  const own = ({ opinions }: ConferredTopic) => opinions.find(({ tenantId }) => tenantId === ownId);
  return (
    <>
      <DataTable
        caption="会商结果"
        rows={record.topics}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', title: '会商议题', isHeading: true, render: ({ name }) => name },
          {
            key: 'own',
            title: '本单位意见',
            render: (topic) => {
              const said = own(topic);
              if (said === undefined) return '请假';
              return (
                <>
                  <StateTag tone={stanceTones[said.stance]} text={stanceNames[said.stance]} /> {said.comment}
                </>
              );
            },
          },
          {
            key: 'all',
            title: '各方',
            render: ({ opinions }) => `${opinions.length}个单位中${agreedIn(opinions)}个同意`,
          },
          {
            key: 'result',
            title: '结果',
            render: ({ result, note }) => `${conferringResultNames[result]}${note === '' ? '' : `：${note}`}`,
          },
        ]}
      />
      <p>会商结论：{record.conclusion}</p>
    </>
  );
}

function agreedIn(opinions: ConferredTopic['opinions']): number {
  return opinions.filter(({ stance }) => stance === 'agrees').length;
}

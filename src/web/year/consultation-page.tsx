import { useParams } from 'react-router';
import type { ConsultationView } from '../../contract/consultations.ts';
import type { Me } from '../../contract/sign-in.ts';
import { exportConsultation } from '../../contract/year-exports.ts';
import { checkConvener, conferringTenantsIn, unsaidBy } from '../../domain/topic/consultation.ts';
import { paths } from '../app/paths.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import { momentText } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { useConsultation } from '../lib/use-consultation.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { WithCase } from '../ui/with-case.tsx';
import type { Shown } from './conferring.ts';
import { ConsultationCards } from './consultation-cards.tsx';
import { ConsultationMatrix } from './consultation-matrix.tsx';
import { ConveneForm } from './convene-form.tsx';
import './consultation.css';

/** S1.3, S1.8: all bodies confer in one screen; each office fills in its own column, and everybody sees it at once. */
export function ConsultationPage() {
  const { caseId = '' } = useParams();
  return <WithCase caseId={caseId}>{(shown) => <Conferring {...shown} />}</WithCase>;
}

type Conferring = { me: Me; loaded: LoadedCase; linkage: PeopledLinkage };

function Conferring({ me, loaded, linkage }: Conferring) {
  const { view } = loaded;
  const found = useConsultation(view.id, true);
  const open = found.data?.state === 'open' ? found.data : undefined;
  const clause = view.kind === 'year' ? 'S1.3' : 'S1.8';
  const mayConvene = checkConvener(me, clause).length === 0;
  return (
    <>
      <PageHeader
        title={view.kind === 'year' ? '专题会商' : '会商议题调整'}
        crumbs={[{ title: view.name, to: paths.caseOf(view.id) }]}
        lead="市和各县（市、区）人大常委会办公室各填本单位一列，参加会商的单位即时可见；会商结束形成记录后送各单位。"
        actions={
          open === undefined || !mayConvene ? null : (
            <>
              {view.kind === 'year' ? <ConveneForm loaded={loaded} open={open} /> : null}
              <LinkButton
                type="primary"
                to={paths.act(view.id, view.kind === 'year' ? 'record-consultation' : 'consult-adjustment')}
                state={{ payload: {} }}
              >
                结束会商，形成记录
              </LinkButton>
            </>
          )
        }
      />
      <QueryView query={found}>
        {(consultation) => (
          <Standing me={me} loaded={loaded} linkage={linkage} consultation={consultation} mayConvene={mayConvene} />
        )}
      </QueryView>
    </>
  );
}

type Standing = Conferring & { consultation: ConsultationView | null; mayConvene: boolean };

function Standing({ me, loaded, linkage, consultation, mayConvene }: Standing) {
  const isPhone = useIsPhone();
  const isAgain = loaded.view.kind === 'topic' && consultation?.state === 'closed' && isAsked(loaded);
  if (consultation === null || isAgain) {
    return (
      <EmptyView
        text={isAsked(loaded) ? '会商尚未发起' : '目前没有需要会商的内容'}
        hint={
          mayConvene
            ? '发起后，各单位收到通知，在各自账号中填写意见。'
            : '由市人大常委会办公室发起，发起后本单位收到通知。'
        }
        action={mayConvene && isAsked(loaded) ? <ConveneForm loaded={loaded} open={undefined} /> : undefined}
      />
    );
  }
  const shown = { me, caseId: loaded.view.id, linkage, consultation };
  return (
    <>
      <div className="list-count">
        <Summary {...shown} />
        <ExportButton ask={() => download(exportConsultation, { params: { caseId: loaded.view.id } })} />
      </div>
      {isPhone ? <ConsultationCards {...shown} /> : <ConsultationMatrix {...shown} />}
    </>
  );
}

/** Whether there is something to confer on now: a year that has not conferred, an adjustment that was proposed. */
function isAsked({ view, state }: LoadedCase): boolean {
  if (state === null) return false;
  return view.kind === 'year' ? state.year.consultation === null : state.adjustment.proposal !== null;
}

function Summary({ me, linkage, consultation }: Shown) {
  const { state, openedByName, openedAt } = consultation;
  const missing = conferringTenantsIn(linkage.organisation).filter(({ id }) => unsaidBy(id, consultation).length > 0);
  const own = unsaidBy(me.tenantId, consultation).length;
  return (
    <div className="conferring-standing" role="status">
      {state === 'closed' ? (
        <StateTag tone="done" text="会商已结束" />
      ) : (
        <StateTag
          tone={missing.length === 0 ? 'done' : 'soon'}
          text={missing.length === 0 ? '各方意见已齐' : '会商进行中'}
        />
      )}
      {state === 'open' && own > 0 ? <strong>本单位还有{own}项未填写</strong> : null}
      {state === 'open' && missing.length > 0 ? (
        <span>尚未填齐：{missing.map(({ shortName }) => shortName).join('、')}</span>
      ) : null}
      <span className="quiet">
        {openedByName}于{momentText(openedAt)}发起
      </span>
    </div>
  );
}

import { Button } from 'antd';
import { useParams } from 'react-router';
import { trackOf } from '../../domain/procedure/case.ts';
import { callAudienceNames, noticeTitleOf } from '../../domain/topic/call-text.ts';
import { paths } from '../app/paths.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { dateText } from '../lib/formats.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyView } from '../ui/states.tsx';
import { WithCase } from '../ui/with-case.tsx';
import './call.css';

/** The call for the year's topics as it is published: on paper the notice alone (S1.1). */
export function CallPage() {
  const { caseId = '' } = useParams();
  return <WithCase caseId={caseId}>{({ me, loaded }) => <CallOf loaded={loaded} tenantId={me.tenantId} />}</WithCase>;
}

function CallOf({ loaded: { view, state }, tenantId }: { loaded: LoadedCase; tenantId: string }) {
  const call = state?.year.solicitation ?? null;
  return (
    <>
      <div className="screen-only">
        <PageHeader
          title="征集公告"
          crumbs={[
            { title: '年度安排', to: paths.yearOf(view.year) },
            { title: view.name, to: paths.caseOf(view.id) },
          ]}
          {...(call === null ? {} : { lead: leadOf(call) })}
          {...(call === null ? {} : { actions: <Button onClick={() => window.print()}>打印公告</Button> })}
        />
      </div>
      {call === null ? (
        <EmptyView
          text="本单位还没有开展议题征集"
          hint="办理“开展议题征集”后，公告显示在这里，可以打印。"
          action={<LinkButton to={paths.actsOf(view.id)}>去办理</LinkButton>}
        />
      ) : (
        <article className="notice-paper" aria-labelledby="notice-title">
          <h2 id="notice-title">{noticeTitleOf(trackOf(view, tenantId)?.name ?? '', view.year)}</h2>
          {call.notice.split('\n').map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a recorded text never changes its order
            <p key={index}>{paragraph}</p>
          ))}
          <p className="notice-signed">{trackOf(view, tenantId)?.name}</p>
          <p className="notice-signed">{dateText(call.publishedOn)}</p>
        </article>
      )}
    </>
  );
}

function leadOf({
  deadline,
  invited,
  channels,
}: NonNullable<NonNullable<LoadedCase['state']>['year']['solicitation']>) {
  const asked = invited.map((audience) => callAudienceNames[audience]).join('、');
  return `${dateText(deadline)}截止；征集对象：${asked}；公布于${channels}。`;
}

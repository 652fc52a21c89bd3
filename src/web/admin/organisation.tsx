import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { exportAppointments } from '../../contract/admin-exports.ts';
import { appointmentsShown } from '../../contract/appointment-list.ts';
import { rowsOnPage } from '../../contract/list-rows.ts';
import {
  type AppointmentView,
  appointmentStandings,
  listAppointments,
  readOrganisation,
} from '../../contract/organisation.ts';
import type { ResponseOf } from '../../contract/route.ts';
import type { Me } from '../../contract/sign-in.ts';
import { postNames, posts } from '../../domain/organisation/facts.ts';
import { endingSoonDays } from '../../domain/organisation/membership.ts';
import { mayAdminister } from '../../domain/organisation/separation.ts';
import { levelNames, organKindNames, tenantKindNames } from '../../domain/organisation/tenant.ts';
import { type Address, oneOf, useAddress } from '../lib/address.ts';
import { call, download } from '../lib/client.ts';
import { dateText } from '../lib/formats.ts';
import { actorOf } from '../lib/me.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { ChooseField, choicesOf, FilterBar, FindField } from '../ui/list-filters.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { MessageBox } from '../ui/message-box.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { EndAppointment, NewAppointment } from './appointment-forms.tsx';

type Organisation = ResponseOf<typeof readOrganisation>;
type Tenant = Organisation['tenants'][number];

const pageSize = 50;
const standingNames = { ending: `${endingSoonDays}日内届满`, all: '全部，含已离任的' };

/** Tenants of the linkage; the posts of one of them, or of all of them those that end soon. */
export function Organisation({ me }: { me: Me }) {
  const organisation = useQuery({ queryKey: ['organisation'], queryFn: () => call(readOrganisation, {}) });
  return (
    <QueryView query={organisation}>
      {(data) => (
        <Posts me={me} organisation={data} mine={data.tenants.filter((tenant) => mayAdminister(actorOf(me), tenant))} />
      )}
    </QueryView>
  );
}

function Posts({ me, organisation, mine }: { me: Me; organisation: Organisation; mine: readonly Tenant[] }) {
  const address = useAddress();
  const [adds, setAdds] = useState(false);
  const standing = oneOf(appointmentStandings, address.value('standing')) ?? 'held';
  // Posts that end soon are looked for everywhere; other lists are one tenant's.
  const tenantId = address.value('tenant') ?? (standing === 'ending' ? undefined : me.tenantId);
  const tenant = mine.find(({ id }) => id === tenantId);
  return (
    <>
      <EndingSoon mine={mine} address={address} />
      <div className="admin-bar">
        <Select
          aria-label="单位"
          placeholder="全部单位"
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={standing === 'ending'}
          value={tenantId ?? null}
          onChange={(chosen: string | null | undefined) => address.change({ tenant: chosen ?? undefined })}
          options={mine.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      {tenant === undefined ? null : <TenantFacts tenant={tenant} organisation={organisation} />}
      <FilterBar address={address} label="筛选任职" names={['text', 'post', 'standing']}>
        <FindField address={address} title="姓名或委室" />
        <ChooseField address={address} name="post" title="职务" choices={choicesOf(postNames)} />
        <ChooseField address={address} name="standing" title="现任" choices={choicesOf(standingNames)} />
      </FilterBar>
      <Appointments
        address={address}
        standing={standing}
        tenantIds={tenant === undefined ? mine.map(({ id }) => id) : [tenant.id]}
        onAdd={tenant === undefined ? undefined : () => setAdds(true)}
      />
      <NewAppointment tenant={adds ? tenant : undefined} organisation={organisation} onClose={() => setAdds(false)} />
    </>
  );
}

/** What an administrator has to see to before it is late. */
function EndingSoon({ mine, address }: { mine: readonly Tenant[]; address: Address }) {
  const ending = useQuery({
    queryKey: ['appointments', 'ending'],
    queryFn: () => call(listAppointments, { query: { standing: 'ending' } }),
  });
  const own = (ending.data?.appointments ?? []).filter(({ tenantId }) => mine.some(({ id }) => id === tenantId));
  if (own.length === 0 || address.value('standing') === 'ending') return null;
  return (
    <MessageBox
      type="warning"
      title={`${own.length}项任职在${endingSoonDays}日内届满`}
      description="届满后不再计入组成人员和应到人数；连任的更正任职末日，换人的登记新的任职。"
      action={
        <Button onClick={() => address.goTo({ standing: 'ending', tenant: undefined, page: undefined })}>查看</Button>
      }
    />
  );
}

function TenantFacts({ tenant, organisation }: { tenant: Tenant; organisation: Organisation }) {
  const term = organisation.terms.filter(({ tenantId }) => tenantId === tenant.id).at(-1);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['类别', tenant.organKind === null ? tenantKindNames[tenant.kind] : organKindNames[tenant.organKind]],
    ['层级', levelNames[tenant.level]],
    ['区划代码', tenant.areaCode],
    ['组成人员', tenant.incumbents === null ? undefined : `现有${tenant.incumbents}人`],
    ['本届', term === undefined ? undefined : termText(term)],
  ];
  return <FactList title={tenant.name} facts={facts} />;
}

function termText({ number, from, until, quota }: Organisation['terms'][number]): string {
  const end = until === null ? '' : `至${dateText(until)}`;
  return `第${number}届，自${dateText(from)}${end}，名额${quota}人`;
}

function Appointments(props: {
  address: Address;
  standing: (typeof appointmentStandings)[number];
  tenantIds: readonly string[];
  onAdd: (() => void) | undefined;
}) {
  const { address, standing, tenantIds, onAdd } = props;
  const [ending, setEnding] = useState<AppointmentView>();
  const tenantId = tenantIds.length === 1 ? tenantIds[0] : undefined;
  const appointments = useQuery({
    queryKey: ['appointments', tenantId, standing],
    queryFn: () => call(listAppointments, { query: { tenantId, standing } }),
  });
  const filter = { post: oneOf(posts, address.value('post')), text: address.value('text') };
  return (
    <QueryView query={appointments}>
      {(data) => {
        const own = data.appointments.filter((one) => tenantIds.includes(one.tenantId));
        const found = appointmentsShown(own, filter);
        return (
          <>
            <div className="list-count">
              <p role="status">{`共${found.length}项`}</p>
              <div className="list-actions">
                {found.length === 0 ? null : (
                  <ExportButton
                    ask={() => download(exportAppointments, { query: { ...filter, tenantId, tenure: standing } })}
                  />
                )}
                {onAdd === undefined ? null : (
                  <Button type="primary" onClick={onAdd}>
                    登记任职
                  </Button>
                )}
              </div>
            </div>
            {found.length === 0 ? (
              <EmptyView
                text={data.appointments.length === 0 && standing !== 'ending' ? '没有登记任职' : '没有符合条件的任职'}
                hint="成批的人员和任职用工作簿导入。"
              />
            ) : (
              <AppointmentTable
                rows={rowsOnPage(found, address.page, pageSize)}
                isOfOne={tenantId !== undefined}
                onEnd={setEnding}
              />
            )}
            <ListPages page={address.page} pageSize={pageSize} total={found.length} unit="项" onTurn={address.turnTo} />
            <EndAppointment appointment={ending} onClose={() => setEnding(undefined)} />
          </>
        );
      }}
    </QueryView>
  );
}

function AppointmentTable(props: {
  rows: readonly AppointmentView[];
  isOfOne: boolean;
  onEnd: (appointment: AppointmentView) => void;
}) {
  const { rows, isOfOne, onEnd } = props;
  return (
    <DataTable
      caption="任职"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'name', title: '姓名', isHeading: true, render: (row) => row.personName },
        ...(isOfOne ? [] : [{ key: 'tenant', title: '单位', render: (row: AppointmentView) => row.tenantName }]),
        { key: 'post', title: '职务', render: (row) => postNames[row.post] },
        { key: 'unit', title: '办公室、委室', render: (row) => row.unitName ?? '—' },
        { key: 'from', title: '自', render: (row) => dateText(row.from) },
        { key: 'until', title: '至', render: (row) => (row.until === null ? '在任' : dateText(row.until)) },
        {
          key: 'end',
          title: '操作',
          render: (row) => (
            <button type="button" className="link-button" onClick={() => onEnd(row)}>
              {row.until === null ? '登记离任' : '更正离任日期'}
            </button>
          ),
        },
      ]}
    />
  );
}

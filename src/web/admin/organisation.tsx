import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Drawer, Select } from 'antd';
import { useMemo, useState } from 'react';
import {
  type AppointmentView,
  endAppointment,
  listAppointments,
  readOrganisation,
} from '../../contract/organisation.ts';
import type { ResponseOf } from '../../contract/route.ts';
import type { Me } from '../../contract/sign-in.ts';
import { postNames } from '../../domain/organisation/facts.ts';
import { mayAdminister } from '../../domain/organisation/separation.ts';
import { levelNames, organKindNames, tenantKindNames } from '../../domain/organisation/tenant.ts';
import { call } from '../lib/client.ts';
import { dateText } from '../lib/formats.ts';
import { actorOf } from '../lib/me.ts';
import { DataTable } from '../ui/data-table.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { FormFromSchema } from '../ui/form/form-from-schema.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';

type Tenant = ResponseOf<typeof readOrganisation>['tenants'][number];

/** Tenants of the linkage; for one of them its posts, and who has left. New people come by workbook. */
export function Organisation({ me }: { me: Me }) {
  const organisation = useQuery({ queryKey: ['organisation'], queryFn: () => call(readOrganisation, {}) });
  const [tenantId, setTenantId] = useState(me.tenantId);
  return (
    <QueryView query={organisation}>
      {({ tenants }) => {
        const mine = tenants.filter((tenant) => mayAdminister(actorOf(me), tenant));
        const chosen = mine.find((tenant) => tenant.id === tenantId);
        return (
          <>
            <div className="admin-bar">
              <Select
                aria-label="单位"
                showSearch={{ optionFilterProp: 'label' }}
                value={tenantId}
                onChange={setTenantId}
                options={mine.map((tenant) => ({ value: tenant.id, label: tenant.name }))}
              />
            </div>
            {chosen === undefined ? null : <TenantFacts tenant={chosen} />}
            <Appointments tenantId={tenantId} />
          </>
        );
      }}
    </QueryView>
  );
}

function TenantFacts({ tenant }: { tenant: Tenant }) {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['类别', tenant.organKind === null ? tenantKindNames[tenant.kind] : organKindNames[tenant.organKind]],
    ['层级', levelNames[tenant.level]],
    ['区划代码', tenant.areaCode],
    ['组成人员', tenant.incumbents === null ? undefined : `现有${tenant.incumbents}人`],
  ];
  return <FactList title={tenant.name} facts={facts} />;
}

function Appointments({ tenantId }: { tenantId: string }) {
  const [ending, setEnding] = useState<AppointmentView>();
  const appointments = useQuery({
    queryKey: ['appointments', tenantId],
    queryFn: () => call(listAppointments, { query: { tenantId } }),
  });
  return (
    <>
      <QueryView
        query={appointments}
        isEmpty={(data) => data.appointments.length === 0}
        empty={<EmptyView text="没有登记任职" hint="人员和任职用工作簿导入。" />}
      >
        {(data) => (
          <DataTable
            caption="现任"
            rows={data.appointments}
            rowKey={(row) => row.id}
            columns={[
              { key: 'name', title: '姓名', isHeading: true, render: (row) => row.personName },
              { key: 'post', title: '职务', render: (row) => postNames[row.post] },
              { key: 'unit', title: '办公室、委室', render: (row) => row.unitName ?? '—' },
              { key: 'from', title: '自', render: (row) => dateText(row.from) },
              { key: 'until', title: '至', render: (row) => (row.until === null ? '在任' : dateText(row.until)) },
              {
                key: 'end',
                title: '操作',
                render: (row) =>
                  row.until === null ? (
                    <button type="button" className="link-button" onClick={() => setEnding(row)}>
                      登记离任
                    </button>
                  ) : (
                    '—'
                  ),
              },
            ]}
          />
        )}
      </QueryView>
      <Drawer
        title={ending === undefined ? '' : `${ending.personName}离任${postNames[ending.post]}`}
        size={420}
        open={ending !== undefined}
        onClose={() => setEnding(undefined)}
        destroyOnHidden
      >
        {ending === undefined ? null : <EndForm appointment={ending} onDone={() => setEnding(undefined)} />}
      </Drawer>
    </>
  );
}

function EndForm({ appointment, onDone }: { appointment: AppointmentView; onDone: () => void }) {
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: (body: { until: string }) => call(endAppointment, { params: { appointmentId: appointment.id }, body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['appointments'] });
      void client.invalidateQueries({ queryKey: ['linkage'] });
      onDone();
    },
  });
  const schema = useMemo(() => endAppointment.body, []);
  return (
    <>
      <ProblemAlert error={end.error} />
      <FormFromSchema
        schema={schema}
        submitText="登记离任"
        busy={end.isPending}
        onSubmit={(body) => end.mutate(body)}
      />
    </>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useMemo } from 'react';
import { z } from 'zod';
import {
  type AppointmentView,
  addAppointment,
  endAppointment,
  listAppointments,
  type readOrganisation,
} from '../../contract/organisation.ts';
import { plainDate, type ResponseOf, uuid } from '../../contract/route.ts';
import { type Post, postNames, posts } from '../../domain/organisation/facts.ts';
import { call } from '../lib/client.ts';
import { dateText } from '../lib/formats.ts';
import { FormFromSchema } from '../ui/form/form-from-schema.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';

type Organisation = ResponseOf<typeof readOrganisation>;
type Tenant = Organisation['tenants'][number];

const personKinds = { title: '何人', labels: { known: '本单位已登记的人员', new: '新登记的人员' } };

/** Whoever holds a post in a tenant or held one is chosen; somebody new is named and numbered. */
const newAppointment = z.object({
  person: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('known').meta(personKinds), id: uuid.meta({ title: '姓名', widget: 'person' }) }),
      z.object({
        kind: z.literal('new').meta(personKinds),
        name: z.string().trim().min(1, '请填写姓名').max(50).meta({ title: '姓名' }),
        number: z
          .string()
          .trim()
          .min(1, '请填写人员编号')
          .max(50)
          .meta({ title: '人员编号', help: '与组织信息工作簿中的编号一致，不与他人重复。' }),
      }),
    ])
    .meta({ title: '人员' }),
  post: z.enum(posts).meta({ title: '职务', labels: postNames }),
  unitId: uuid.nullable().default(null).meta({ title: '办公室、委室', widget: 'unit' }),
  from: plainDate.meta({ title: '自' }),
  until: plainDate.nullable().default(null).meta({ title: '至', help: '留空为在任；届满日已定的可以先填。' }),
});

/** A new post in the tenant; the rules of the organisation are asked about the whole that results. */
export function NewAppointment(props: { tenant: Tenant | undefined; organisation: Organisation; onClose: () => void }) {
  const { tenant, organisation, onClose } = props;
  return (
    <Drawer
      title={tenant === undefined ? '' : `登记任职：${tenant.name}`}
      size={480}
      open={tenant !== undefined}
      onClose={onClose}
      destroyOnHidden
    >
      {tenant === undefined ? null : <NewForm tenant={tenant} organisation={organisation} onDone={onClose} />}
    </Drawer>
  );
}

function NewForm(props: { tenant: Tenant; organisation: Organisation; onDone: () => void }) {
  const { tenant, organisation, onDone } = props;
  const refresh = useRefresh(onDone);
  const known = useQuery({
    queryKey: ['appointments', tenant.id, 'all'],
    queryFn: () => call(listAppointments, { query: { tenantId: tenant.id, standing: 'all' } }),
  });
  const add = useMutation({
    mutationFn: ({ person, ...post }: z.output<typeof newAppointment>) =>
      call(addAppointment, { body: { ...post, tenantId: tenant.id, person: personOf(person) } }),
    onSuccess: refresh,
  });
  const people = peopleOf(known.data?.appointments ?? []);
  const units = organisation.units.filter((unit) => unit.tenantId === tenant.id);
  return (
    <>
      <ProblemAlert error={add.error} />
      <FormFromSchema
        schema={newAppointment}
        options={{ person: people, unit: units.map(({ id, name }) => ({ value: id, label: name })) }}
        submitText="登记任职"
        busy={add.isPending}
        onSubmit={(typed) => add.mutate(typed)}
      />
    </>
  );
}

function personOf(person: z.output<typeof newAppointment>['person']) {
  return person.kind === 'known' ? { id: person.id } : { number: person.number, name: person.name };
}

/** Each person once, with the posts that tell namesakes apart. */
function peopleOf(appointments: readonly AppointmentView[]) {
  const held = new Map<string, { name: string; posts: Set<Post> }>();
  for (const { personId, personName, post } of appointments) {
    const person = held.get(personId) ?? { name: personName, posts: new Set() };
    held.set(personId, person);
    person.posts.add(post);
  }
  return [...held].map(([value, { name, posts: own }]) => ({
    value,
    label: `${name}（${[...own].map((post) => postNames[post]).join('、')}）`,
  }));
}

/** The last day of a post, for the first time or corrected. */
export function EndAppointment({
  appointment,
  onClose,
}: {
  appointment: AppointmentView | undefined;
  onClose: () => void;
}) {
  return (
    <Drawer
      title={appointment === undefined ? '' : `${appointment.personName}（${postNames[appointment.post]}）离任`}
      size={420}
      open={appointment !== undefined}
      onClose={onClose}
      destroyOnHidden
    >
      {appointment === undefined ? null : <EndForm appointment={appointment} onDone={onClose} />}
    </Drawer>
  );
}

function EndForm({ appointment, onDone }: { appointment: AppointmentView; onDone: () => void }) {
  const refresh = useRefresh(onDone);
  const end = useMutation({
    mutationFn: (body: { until: string | null }) =>
      call(endAppointment, { params: { appointmentId: appointment.id }, body }),
    onSuccess: refresh,
  });
  const { from, until } = appointment;
  const initial = useMemo(() => (until === null ? {} : { until }), [until]);
  return (
    <>
      <p className="quiet-line">
        {until === null
          ? `自${dateText(from)}在任。`
          : `自${dateText(from)}至${dateText(until)}。更正后，原来登记的日期留在审计日志中。`}
      </p>
      <ProblemAlert error={end.error} />
      <FormFromSchema
        schema={endAppointment.body}
        initial={initial}
        submitText={until === null ? '登记离任' : '更正'}
        busy={end.isPending}
        onSubmit={(body) => end.mutate(body)}
      />
    </>
  );
}

/** The organisation's lists and everything derived from it are asked for anew. */
function useRefresh(onDone: () => void): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['appointments'] });
    void client.invalidateQueries({ queryKey: ['organisation'] });
    void client.invalidateQueries({ queryKey: ['linkage'] });
    onDone();
  };
}

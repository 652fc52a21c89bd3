-- Days on which leaders of a body are bound elsewhere (领导其他公务), read by that body alone, and of those it tells the city the days without the matter. New tables; older code survives them.
create table leader_duty (
  city_code text not null,
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_day date not null,
  until_day date not null,
  matter text not null,
  -- Whether the city's body is told of the days.
  is_told boolean not null default false,
  version integer not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  primary key (city_code, id),
  constraint leader_duty_days check (until_day >= from_day),
  constraint leader_duty_tenant_fk foreign key (city_code, tenant_id) references tenant (city_code, id),
  constraint leader_duty_person_fk foreign key (city_code, person_id) references person (city_code, id)
);
create index leader_duty_by_day on leader_duty (city_code, tenant_id, until_day);
alter table leader_duty enable row level security;
create policy leader_duty_own on leader_duty for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
grant select, insert, update, delete on leader_duty to liandu_app;

-- A row's columns cannot be hidden by a policy: what is told is a row of its own, which has no matter.
create table told_duty (
  city_code text not null,
  tenant_id uuid not null,
  duty_id uuid not null,
  person_id uuid not null,
  from_day date not null,
  until_day date not null,
  told_to_id uuid not null,
  primary key (city_code, duty_id),
  constraint told_duty_of foreign key (city_code, duty_id) references leader_duty (city_code, id) on delete cascade
);
create index told_duty_by_day on told_duty (city_code, told_to_id, until_day);
alter table told_duty enable row level security;
create policy told_duty_own on told_duty for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy told_duty_read on told_duty for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and told_to_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
grant select, insert, update, delete on told_duty to liandu_app;

-- The days on which a leader cannot travel are kept here alone: an itinerary names who leads and nothing besides.
update itinerary set plan = (plan - 'leaders') || jsonb_build_object('leaderIds',
  (select coalesce(jsonb_agg(leader ->> 'personId'), '[]'::jsonb) from jsonb_array_elements(plan -> 'leaders') leader)) where plan ? 'leaders';

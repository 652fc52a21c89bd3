-- Who has been shown round, and is not shown round again at the next sign-in. A new table; older code survives it.
create table tour_seen (
  city_code text not null,
  tenant_id uuid not null,
  person_id uuid not null,
  -- The way round that was shown: another role has another way.
  tour text not null,
  seen_at timestamptz not null,
  primary key (city_code, tenant_id, person_id, tour),
  constraint tour_seen_person_fk foreign key (city_code, person_id) references person (city_code, id)
);
alter table tour_seen enable row level security;
create policy tour_seen_own on tour_seen for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
  and person_id = (select nullif(current_setting('app.person', true), '')::uuid));
grant select, insert on tour_seen to liandu_app;

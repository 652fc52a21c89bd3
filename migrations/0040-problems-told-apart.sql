-- That a problem is not the earlier one it is like, said by the committee with a reason: kept by the body alone. New table; older code survives it.
create table told_apart (
  city_code text not null,
  tenant_id uuid not null,
  case_id uuid not null,
  -- A finding or a demand of the topic, by its id.
  problem_id text not null,
  earlier_case_id uuid not null,
  earlier_demand_id text not null,
  reason text not null,
  by_name text not null,
  said_on date not null,
  primary key (city_code, tenant_id, case_id, problem_id, earlier_case_id, earlier_demand_id),
  constraint told_apart_reason check (length(trim(reason)) > 0),
  constraint told_apart_track_fk foreign key (city_code, case_id, tenant_id) references track (city_code, case_id, tenant_id)
);
alter table told_apart enable row level security;
create policy told_apart_own on told_apart for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
grant select, insert, delete on told_apart to liandu_app;

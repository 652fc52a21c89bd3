-- Planned visits of a topic's joint research: a working paper of the lead committee, read by nobody outside the tenant. New table; older code survives it.
create table itinerary (
  city_code text not null,
  tenant_id uuid not null,
  case_id uuid not null,
  version integer not null,
  -- Period, leaders with the days they are away, planned visits, as the rules of research know them.
  plan jsonb not null,
  saved_by_name text not null,
  saved_at timestamptz not null,
  primary key (city_code, tenant_id, case_id),
  constraint itinerary_track_fk foreign key (city_code, case_id, tenant_id) references track (city_code, case_id, tenant_id)
);
alter table itinerary enable row level security;
create policy itinerary_own on itinerary for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
grant select, insert, update on itinerary to liandu_app;

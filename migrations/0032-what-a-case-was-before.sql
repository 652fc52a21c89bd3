-- Shared facts that an act replaced, so that a case can be looked at as of an earlier day with the dates of that day (S1.8, 组织法 §54).
-- New table; older code survives it: what it replaces leaves no row, and is shown as it stands now.
create table case_past (
  city_code text not null,
  id uuid not null,
  case_id uuid not null,
  -- Whose track; null for the facts of the case itself.
  tenant_id uuid,
  -- The day of the act that replaced them: on every day before it they held.
  until date not null,
  -- Null where there was no case before that day.
  facts jsonb,
  primary key (city_code, id),
  constraint case_past_case_fk foreign key (city_code, case_id) references supervision_case (city_code, id),
  constraint case_past_track_fk foreign key (city_code, case_id, tenant_id) references track (city_code, case_id, tenant_id)
);
create index case_past_by_case on case_past (city_code, case_id, until);
alter table case_past enable row level security;

-- Read by whoever may read what it was before; written while the shared projections are.
create policy case_past_read on case_past for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and case when tenant_id is null
    then exists (select 1 from supervision_case c where c.city_code = case_past.city_code and c.id = case_past.case_id)
    else exists (select 1 from track where track.city_code = case_past.city_code and track.case_id = case_past.case_id
      and track.tenant_id = case_past.tenant_id) end);
create policy case_past_write on case_past for insert with check (
  city_code = (select nullif(current_setting('app.city', true), '')) and (select current_setting('app.projection', true)) = 'on');
grant select, insert on case_past to liandu_app;

-- The organisation of a linkage: tenants, units, people, appointments, roles, parks, settings. New tables; nothing older to keep working.

create table linkage (
  city_code text primary key,
  name text not null,
  short_name text not null,
  -- Grows with every change of organisation, settings or calendar: processes keep what they read by this number.
  organisation_version integer not null default 1,
  created_at timestamptz not null default now()
);

create table tenant (
  city_code text not null references linkage,
  id uuid not null,
  kind text not null check (kind in ('body', 'organ', 'party-office')),
  level text not null check (level in ('city', 'county')),
  area_code text not null,
  name text not null,
  short_name text not null,
  body_id uuid not null,
  organ_kind text check (organ_kind in ('government', 'supervisory-commission', 'court', 'procuratorate', 'department')),
  population integer,
  quota integer,
  tile_column integer,
  tile_row integer,
  primary key (city_code, id),
  constraint tenant_name_unique unique (city_code, name),
  constraint tenant_body_fk foreign key (city_code, body_id) references tenant (city_code, id),
  constraint tenant_organ_kind_only_for_organs check ((kind = 'organ') = (organ_kind is not null))
);

create table term (
  city_code text not null,
  id uuid not null,
  tenant_id uuid not null,
  number integer not null,
  from_date date not null,
  until_date date,
  quota integer not null,
  primary key (city_code, id),
  constraint term_number_unique unique (city_code, tenant_id, number),
  constraint term_tenant_fk foreign key (city_code, tenant_id) references tenant (city_code, id)
);

create table unit (
  city_code text not null,
  id uuid not null,
  tenant_id uuid not null,
  name text not null,
  kind text not null check (kind in ('office', 'committee')),
  primary key (city_code, id),
  constraint unit_name_unique unique (city_code, tenant_id, name),
  constraint unit_tenant_fk foreign key (city_code, tenant_id) references tenant (city_code, id)
);

create table park (
  city_code text not null,
  id uuid not null,
  tenant_id uuid not null,
  name text not null,
  primary key (city_code, id),
  constraint park_name_unique unique (city_code, name),
  constraint park_tenant_fk foreign key (city_code, tenant_id) references tenant (city_code, id)
);

create table person (
  city_code text not null,
  id uuid not null,
  tenant_id uuid not null,
  source_key text not null,
  name text not null,
  primary key (city_code, id),
  constraint person_source_key_unique unique (city_code, source_key),
  constraint person_tenant_fk foreign key (city_code, tenant_id) references tenant (city_code, id)
);

-- A post is held from the first day until the last day, both included; an open end is a post still held.
create table appointment (
  city_code text not null,
  id uuid not null,
  person_id uuid not null,
  tenant_id uuid not null,
  unit_id uuid,
  post text not null check (post in ('chair', 'acting-chair', 'vice-chair', 'secretary-general', 'member', 'committee-head',
    'committee-staff', 'office-head', 'office-staff', 'deputy', 'organ-head', 'organ-staff', 'party-staff')),
  from_date date not null,
  until_date date,
  primary key (city_code, id),
  constraint appointment_unique unique (city_code, person_id, tenant_id, post, from_date),
  constraint appointment_dates check (until_date is null or until_date >= from_date),
  constraint appointment_person_fk foreign key (city_code, person_id) references person (city_code, id),
  constraint appointment_tenant_fk foreign key (city_code, tenant_id) references tenant (city_code, id),
  constraint appointment_unit_fk foreign key (city_code, unit_id) references unit (city_code, id)
);

create table role_grant (
  city_code text not null,
  id uuid not null,
  person_id uuid not null,
  tenant_id uuid not null,
  role text not null check (role in ('office-clerk', 'committee-clerk', 'chairperson', 'member', 'deputy', 'organ-clerk',
    'party-clerk', 'system-admin', 'security-admin', 'audit-admin')),
  unit_id uuid,
  primary key (city_code, id),
  constraint role_grant_unique unique nulls not distinct (city_code, person_id, tenant_id, role, unit_id),
  constraint role_grant_person_fk foreign key (city_code, person_id) references person (city_code, id),
  constraint role_grant_tenant_fk foreign key (city_code, tenant_id) references tenant (city_code, id),
  constraint role_grant_unit_fk foreign key (city_code, unit_id) references unit (city_code, id)
);

-- What a customer must decide (domain settings): one row a version, never edited; tenant_id null = for the whole linkage.
create table settings_version (
  city_code text not null references linkage,
  id uuid not null,
  version integer not null,
  value jsonb not null,
  -- Why each was chosen, by the name of the setting.
  basis jsonb not null,
  made_by uuid,
  made_at timestamptz not null default now(),
  primary key (city_code, id),
  constraint settings_version_unique unique (city_code, version)
);

-- Official calendar of a year (国务院办公厅 notice): only the days that differ from Monday-to-Friday.
create table calendar_year (
  city_code text not null references linkage,
  year integer not null,
  source text not null,
  loaded_by uuid,
  loaded_at timestamptz not null default now(),
  primary key (city_code, year)
);

create table calendar_day (
  city_code text not null,
  year integer not null,
  day date not null,
  kind text not null check (kind in ('holiday', 'workday')),
  name text not null,
  primary key (city_code, day),
  constraint calendar_day_year_fk foreign key (city_code, year) references calendar_year (city_code, year)
);

create index appointment_by_tenant on appointment (city_code, tenant_id, post);
create index role_grant_by_person on role_grant (city_code, person_id);

alter table linkage enable row level security;
alter table tenant enable row level security;
alter table term enable row level security;
alter table unit enable row level security;
alter table park enable row level security;
alter table person enable row level security;
alter table appointment enable row level security;
alter table role_grant enable row level security;
alter table settings_version enable row level security;
alter table calendar_year enable row level security;
alter table calendar_day enable row level security;

-- Which linkages an installation serves is known before anybody signs in; the rest of default deny begins with a scope.
-- Names of tenants, units, people and who holds which post are public inside the linkage: appointments are published (任免公告).
-- Roles in this system are not: a tenant sees its own.
create policy linkage_read on linkage for select using (true);
create policy tenant_read on tenant for select using (city_code = (select nullif(current_setting('app.city', true), '')));
create policy term_read on term for select using (city_code = (select nullif(current_setting('app.city', true), '')));
create policy unit_read on unit for select using (city_code = (select nullif(current_setting('app.city', true), '')));
create policy park_read on park for select using (city_code = (select nullif(current_setting('app.city', true), '')));
create policy person_read on person for select using (city_code = (select nullif(current_setting('app.city', true), '')));
create policy appointment_read on appointment for select using (city_code = (select nullif(current_setting('app.city', true), '')));
create policy settings_read on settings_version for select using (city_code = (select nullif(current_setting('app.city', true), '')));
create policy calendar_year_read on calendar_year for select using (city_code = (select nullif(current_setting('app.city', true), '')));
create policy calendar_day_read on calendar_day for select using (city_code = (select nullif(current_setting('app.city', true), '')));
create policy role_grant_read on role_grant for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));

-- Administration writes run in a scope that says so (app.admin = the acting administrator's duty), set only by the server's
-- administration commands after the rule decided; the plain application scope cannot write these tables.
create policy linkage_write on linkage for insert with check (
  city_code = (select nullif(current_setting('app.city', true), '')) and (select current_setting('app.admin', true)) = 'organisation');
create policy linkage_update on linkage for update using (
  city_code = (select nullif(current_setting('app.city', true), '')) and (select current_setting('app.admin', true)) = 'organisation');
create policy tenant_write on tenant for all using (
  city_code = (select nullif(current_setting('app.city', true), '')) and (select current_setting('app.admin', true)) = 'organisation');
create policy term_write on term for all using (
  city_code = (select nullif(current_setting('app.city', true), '')) and (select current_setting('app.admin', true)) = 'organisation');
create policy unit_write on unit for all using (
  city_code = (select nullif(current_setting('app.city', true), '')) and (select current_setting('app.admin', true)) = 'organisation');
create policy park_write on park for all using (
  city_code = (select nullif(current_setting('app.city', true), '')) and (select current_setting('app.admin', true)) = 'organisation');
create policy person_write on person for all using (
  city_code = (select nullif(current_setting('app.city', true), '')) and (select current_setting('app.admin', true)) = 'organisation');
create policy appointment_write on appointment for all using (
  city_code = (select nullif(current_setting('app.city', true), '')) and (select current_setting('app.admin', true)) = 'organisation');
create policy role_grant_write on role_grant for all using (
  city_code = (select nullif(current_setting('app.city', true), '')) and (select current_setting('app.admin', true)) = 'organisation');
create policy settings_write on settings_version for insert with check (
  city_code = (select nullif(current_setting('app.city', true), '')) and (select current_setting('app.admin', true)) = 'organisation');
create policy calendar_year_write on calendar_year for all using (
  city_code = (select nullif(current_setting('app.city', true), '')) and (select current_setting('app.admin', true)) = 'organisation');
create policy calendar_day_write on calendar_day for all using (
  city_code = (select nullif(current_setting('app.city', true), '')) and (select current_setting('app.admin', true)) = 'organisation');

grant select, insert on settings_version to liandu_app;
grant select, insert, update on linkage, tenant, term, unit, park, person, appointment, calendar_year to liandu_app;
grant select, insert, update, delete on role_grant, calendar_day to liandu_app;

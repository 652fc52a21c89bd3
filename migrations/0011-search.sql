-- The words of every act and receipt of a tenant, written with the act, so that its people find it again. New table; a job fills in older acts; older code survives it.
create table search_entry (
  city_code text not null,
  tenant_id uuid not null,
  act_seq bigint not null,
  case_id uuid not null,
  case_name text not null,
  year integer not null,
  kind text not null,
  -- What the act is called, and what it is about.
  act_title text not null,
  heading text not null,
  body text not null,
  happened_on date not null,
  words tsvector not null,
  primary key (city_code, tenant_id, act_seq),
  constraint search_entry_act_fk foreign key (city_code, tenant_id, act_seq) references act (city_code, tenant_id, seq)
);
alter table search_entry enable row level security;
-- A text search is not leakproof, so under this policy it runs over the tenant's own rows; an index of words would never be used.
create policy search_entry_own on search_entry for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
grant select, insert on search_entry to liandu_app;

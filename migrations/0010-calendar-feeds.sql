-- Secret links of personal calendars, and what each calendar has published. New tables; older code survives it.

-- Read before anybody is known, like first_use_link: kept by account, out of every tenant's scope.
create table calendar_feed (
  account_id uuid primary key references account,
  -- SHA-256 of the link's token: a copy of this table opens no calendar.
  digest bytea not null,
  made_at timestamptz not null,
  -- Written at most once an hour.
  last_read_at timestamptz,
  constraint calendar_feed_digest_unique unique (digest)
);
alter table calendar_feed enable row level security;
create policy calendar_feed_before_scope on calendar_feed for all using (
  (select nullif(current_setting('app.tenant', true), '')) is null);
grant select, insert, update, delete on calendar_feed to liandu_app;

-- The last that a person's calendar said of each entry: a changed entry has the next SEQUENCE, one that is no longer owed is CANCELLED (RFC 5545 §3.8.7.4).
-- Dates and titles only.
create table calendar_entry (
  city_code text not null,
  tenant_id uuid not null,
  person_id uuid not null,
  uid text not null,
  entry jsonb not null,
  sequence integer not null default 0,
  changed_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (city_code, tenant_id, person_id, uid),
  constraint calendar_entry_person_fk foreign key (city_code, person_id) references person (city_code, id)
);
alter table calendar_entry enable row level security;
create policy calendar_entry_own on calendar_entry for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
  and person_id = (select nullif(current_setting('app.person', true), '')::uuid));
grant select, insert, update, delete on calendar_entry to liandu_app;

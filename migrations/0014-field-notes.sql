-- Notes that people of a body took in the field, with photos, as they arrive from a phone. Working papers, read by nobody outside the body. New table; older code survives it.
create table field_note (
  city_code text not null,
  -- Made on the phone when the note was written: a note that is sent again is found by it.
  id uuid not null,
  tenant_id uuid not null,
  case_id uuid not null,
  author_id uuid not null,
  author_name text not null,
  -- By the phone's clock.
  taken_at timestamptz not null,
  arrived_at timestamptz not null,
  -- The day of arrival in Beijing, and the note's number among those of the body on that day: together its receipt.
  received_on date not null,
  receipt_no integer not null check (receipt_no > 0),
  place jsonb not null,
  body text not null,
  secrecy text not null check (secrecy in ('公开', '内部')),
  -- Ids of files of the same tenant.
  photo_ids jsonb not null,
  form_version integer not null,
  primary key (city_code, id),
  constraint field_note_receipt_unique unique (city_code, tenant_id, received_on, receipt_no),
  constraint field_note_track_fk foreign key (city_code, case_id, tenant_id) references track (city_code, case_id, tenant_id)
);
create index field_note_by_case on field_note (city_code, tenant_id, case_id, taken_at);
alter table field_note enable row level security;
create policy field_note_own on field_note for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
grant select, insert on field_note to liandu_app;

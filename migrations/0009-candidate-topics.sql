-- Candidate topics: suggestions that an office has merged, before they are proposed. Working drafts, read by nobody outside the tenant. New table; older code survives it.
create table candidate_topic (
  city_code text not null,
  id uuid not null,
  tenant_id uuid not null,
  case_id uuid not null,
  title text not null,
  domain text not null,
  reason text not null,
  -- Ids of the suggestions merged, through which their authors are kept.
  suggestion_ids jsonb not null,
  version integer not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (city_code, id),
  constraint candidate_topic_track_fk foreign key (city_code, case_id, tenant_id) references track (city_code, case_id, tenant_id)
);
create index candidate_topic_by_case on candidate_topic (city_code, tenant_id, case_id);
alter table candidate_topic enable row level security;
create policy candidate_topic_own on candidate_topic for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
grant select, insert, update, delete on candidate_topic to liandu_app;

-- Authors are told when their suggestion is merged or taken out again.
alter table notice drop constraint notice_kind_known;
alter table notice add constraint notice_kind_known check (kind in
  ('date-moved', 'package-arrived', 'decision-waiting', 'decision-returned', 'digest', 'suggestion-merged'));

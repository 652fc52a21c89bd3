-- Members sign a 质询案 in their own accounts (监督法 §51) and are told of it. New tables, new kinds of notices; older code survives them.

-- Working rows of one body until the council decides how a motion is answered; what it decided on stands in its act.
create table interpellation_motion (
  city_code text not null,
  id uuid not null,
  tenant_id uuid not null,
  case_id uuid not null,
  -- The round of handling that was found unsatisfactory.
  round integer not null,
  organ_id uuid not null,
  question text not null,
  content text not null,
  -- Grows with each wording; a signature is of one wording.
  version integer not null,
  state text not null default 'signing',
  drafted_by_id uuid not null,
  drafted_by_name text not null,
  drafted_at timestamptz not null,
  submitted_on date,
  closed_at timestamptz,
  closed_reason text,
  primary key (city_code, id),
  constraint interpellation_motion_track_fk foreign key (city_code, case_id, tenant_id) references track (city_code, case_id, tenant_id),
  constraint interpellation_motion_organ_fk foreign key (city_code, organ_id) references tenant (city_code, id),
  constraint interpellation_motion_state_known check (state in ('signing', 'submitted', 'decided', 'withdrawn', 'lapsed')),
  constraint interpellation_motion_submitted check ((state in ('submitted', 'decided')) = (submitted_on is not null)),
  constraint interpellation_motion_withdrawn check (state <> 'withdrawn' or closed_reason is not null)
);
create index interpellation_motion_by_case on interpellation_motion (city_code, tenant_id, case_id);
-- One next step (S4.5, SAT-08): one motion at a time waits for the council.
create unique index interpellation_submitted_once on interpellation_motion (city_code, tenant_id, case_id) where state = 'submitted';
alter table interpellation_motion enable row level security;
create policy interpellation_motion_own on interpellation_motion for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (select current_setting('app.kind', true)) = 'body'
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
grant select, insert, update on interpellation_motion to liandu_app;

create table interpellation_signature (
  city_code text not null,
  motion_id uuid not null,
  person_id uuid not null,
  tenant_id uuid not null,
  person_name text not null,
  -- The wording that was signed: to a later one the person has said nothing.
  version integer not null,
  signed_at timestamptz not null,
  primary key (city_code, motion_id, person_id),
  constraint interpellation_signature_motion_fk foreign key (city_code, motion_id) references interpellation_motion (city_code, id),
  constraint interpellation_signature_person_fk foreign key (city_code, person_id) references person (city_code, id)
);
alter table interpellation_signature enable row level security;
create policy interpellation_signature_read on interpellation_signature for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (select current_setting('app.kind', true)) = 'body'
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
-- Nobody signs for another, and nobody takes another's signature back; neither once the motion is put.
create policy interpellation_signature_sign on interpellation_signature for insert with check (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
  and person_id = (select nullif(current_setting('app.person', true), '')::uuid)
  and exists (select 1 from interpellation_motion m where m.city_code = interpellation_signature.city_code
    and m.id = interpellation_signature.motion_id and m.tenant_id = interpellation_signature.tenant_id and m.state = 'signing'));
create policy interpellation_signature_again on interpellation_signature for update using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and person_id = (select nullif(current_setting('app.person', true), '')::uuid)
  and exists (select 1 from interpellation_motion m where m.city_code = interpellation_signature.city_code
    and m.id = interpellation_signature.motion_id and m.tenant_id = interpellation_signature.tenant_id and m.state = 'signing'));
create policy interpellation_signature_revoke on interpellation_signature for delete using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and person_id = (select nullif(current_setting('app.person', true), '')::uuid)
  and exists (select 1 from interpellation_motion m where m.city_code = interpellation_signature.city_code
    and m.id = interpellation_signature.motion_id and m.tenant_id = interpellation_signature.tenant_id and m.state = 'signing'));
grant select, insert, update, delete on interpellation_signature to liandu_app;

alter table notice drop constraint notice_kind_known;
alter table notice add constraint notice_kind_known check (kind in
  ('date-moved', 'package-arrived', 'decision-waiting', 'decision-returned', 'digest', 'suggestion-merged', 'deputy-invited', 'concern-answered',
   'reminded', 'consultation-opened', 'interpellation-to-sign', 'interpellation-settled'));

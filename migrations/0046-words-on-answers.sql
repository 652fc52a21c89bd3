-- Members who put a 质询案 say in their own accounts whether they are satisfied with its answer (监督法 §53). A new table; older code survives it.

create table interpellation_word (
  city_code text not null,
  motion_id uuid not null,
  person_id uuid not null,
  -- The first answer or the second, and which of those that the organ sent: of a later one the person has said nothing.
  is_again boolean not null,
  answer_no integer not null,
  tenant_id uuid not null,
  person_name text not null,
  is_satisfied boolean not null,
  said_at timestamptz not null,
  primary key (city_code, motion_id, person_id, is_again),
  constraint interpellation_word_motion_fk foreign key (city_code, motion_id) references interpellation_motion (city_code, id),
  constraint interpellation_word_person_fk foreign key (city_code, person_id) references person (city_code, id)
);
alter table interpellation_word enable row level security;
create policy interpellation_word_read on interpellation_word for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (select current_setting('app.kind', true)) = 'body'
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
-- Nobody speaks for another; and only of a motion that the council has had answered.
create policy interpellation_word_say on interpellation_word for insert with check (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
  and person_id = (select nullif(current_setting('app.person', true), '')::uuid)
  and exists (select 1 from interpellation_motion m where m.city_code = interpellation_word.city_code
    and m.id = interpellation_word.motion_id and m.tenant_id = interpellation_word.tenant_id and m.state = 'decided'));
create policy interpellation_word_change on interpellation_word for update using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
  and person_id = (select nullif(current_setting('app.person', true), '')::uuid));
grant select, insert, update on interpellation_word to liandu_app;

-- Notes from the field are corrected and withdrawn by rows beside them; who is in a joint research team is known to each of its members. New tables; older code survives them.

-- The note itself stays as it arrived: it is version 1, and each row here is the next.
create table field_note_change (
  city_code text not null,
  tenant_id uuid not null,
  note_id uuid not null,
  version integer not null check (version > 1),
  kind text not null,
  -- The wording from now on; a withdrawal has none.
  place jsonb,
  body text,
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (city_code, note_id, version),
  constraint field_note_change_note_fk foreign key (city_code, note_id) references field_note (city_code, id),
  constraint field_note_change_wording check (
    (kind = 'correction' and place is not null and body is not null) or (kind = 'withdrawal' and place is null and body is null))
);
create unique index field_note_withdrawn_once on field_note_change (city_code, note_id) where kind = 'withdrawal';
alter table field_note_change enable row level security;
create policy field_note_change_own on field_note_change for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
grant select, insert on field_note_change to liandu_app;

-- Leader and members of a topic's present team, as the act that formed it says. tenant_id: whose act it was.
create table research_team_member (
  city_code text not null,
  tenant_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  primary key (city_code, case_id, tenant_id, person_id),
  constraint research_team_member_track_fk foreign key (city_code, case_id, tenant_id) references track (city_code, case_id, tenant_id)
);
create index research_team_member_by_person on research_team_member (city_code, person_id);
alter table research_team_member enable row level security;
create policy research_team_member_own on research_team_member for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
-- A team is of both levels (S2.3): a person of a county learns that he is in it, and nothing of who else is.
create policy research_team_member_self on research_team_member for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and person_id = (select nullif(current_setting('app.person', true), '')::uuid));
grant select, insert, delete on research_team_member to liandu_app;

insert into research_team_member (city_code, tenant_id, case_id, person_id)
select city_code, tenant_id, case_id, (team ->> 'leaderId')::uuid
from case_state, lateral (select state -> 'research' -> 'team' as team) formed where jsonb_typeof(team) = 'object'
union
select city_code, tenant_id, case_id, (member ->> 'personId')::uuid
from case_state, lateral (select state -> 'research' -> 'team' as team) formed,
  lateral jsonb_array_elements(team -> 'members') member
where jsonb_typeof(team) = 'object';

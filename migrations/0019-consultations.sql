-- Conferring of all bodies on candidate topics or an adjustment (S1.3, S1.8): working rows that every body taking part reads and each
-- fills in for itself, until the city records them as an act. New tables; older code survives them.
create table consultation (
  city_code text not null,
  case_id uuid not null,
  -- An adjustment may be conferred on more than once.
  number integer not null,
  convener_id uuid not null,
  -- The bodies that take part, the convener among them: who may read.
  body_ids uuid[] not null,
  items jsonb not null,
  version integer not null,
  state text not null default 'open',
  opened_by_name text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (city_code, case_id, number),
  constraint consultation_case_fk foreign key (city_code, case_id) references supervision_case (city_code, id),
  constraint consultation_state_known check (state in ('open', 'closed'))
);
create unique index consultation_open_once on consultation (city_code, case_id) where state = 'open';
alter table consultation enable row level security;
create policy consultation_read on consultation for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (select nullif(current_setting('app.tenant', true), '')::uuid) = any(body_ids));
create policy consultation_begin on consultation for insert with check (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and convener_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy consultation_change on consultation for update using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and convener_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
grant select, insert, update on consultation to liandu_app;

create table consultation_opinion (
  city_code text not null,
  case_id uuid not null,
  number integer not null,
  tenant_id uuid not null,
  item_key text not null,
  stance text not null,
  comment text not null,
  -- Whether the body has said so itself, or the convener has entered what it said on the phone or on paper.
  entered_by text not null,
  version integer not null,
  said_by_name text not null,
  said_at timestamptz not null,
  primary key (city_code, case_id, number, tenant_id, item_key),
  constraint consultation_opinion_of foreign key (city_code, case_id, number) references consultation (city_code, case_id, number),
  constraint consultation_opinion_stance_known check (stance in ('agrees', 'agrees-with-changes', 'disagrees')),
  constraint consultation_opinion_comment check (stance = 'agrees' or comment <> ''),
  constraint consultation_opinion_entered_by check (entered_by in ('own', 'city'))
);
alter table consultation_opinion enable row level security;
-- Whoever may read the conferring reads all of it.
create policy consultation_opinion_read on consultation_opinion for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and exists (select 1 from consultation c
    where c.city_code = consultation_opinion.city_code and c.case_id = consultation_opinion.case_id and c.number = consultation_opinion.number));
-- Each body for itself, the convener for one that spoke otherwise; nobody once it is closed.
create policy consultation_opinion_say on consultation_opinion for insert with check (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and exists (select 1 from consultation c
    where c.city_code = consultation_opinion.city_code and c.case_id = consultation_opinion.case_id and c.number = consultation_opinion.number
      and c.state = 'open' and consultation_opinion.tenant_id = any(c.body_ids)
      and (select nullif(current_setting('app.tenant', true), '')::uuid) in (consultation_opinion.tenant_id, c.convener_id)));
create policy consultation_opinion_change on consultation_opinion for update using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and exists (select 1 from consultation c
    where c.city_code = consultation_opinion.city_code and c.case_id = consultation_opinion.case_id and c.number = consultation_opinion.number
      and c.state = 'open'
      and (select nullif(current_setting('app.tenant', true), '')::uuid) in (consultation_opinion.tenant_id, c.convener_id)));
create policy consultation_opinion_drop on consultation_opinion for delete using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and exists (select 1 from consultation c
    where c.city_code = consultation_opinion.city_code and c.case_id = consultation_opinion.case_id and c.number = consultation_opinion.number
      and c.state = 'open' and c.convener_id = (select nullif(current_setting('app.tenant', true), '')::uuid)));
grant select, insert, update, delete on consultation_opinion to liandu_app;

-- What a body knows of its year begins without a conferring.
update case_state set state = jsonb_set(state, '{year,consultation}', 'null') where state ? 'year' and not state -> 'year' ? 'consultation';

-- Accounts, sign-ins, first-use links, replayed answers, the audit log, live events and uploaded files. New tables; nothing older to keep working.

-- Sign-in tables are not tenant tables: they are read before anybody is known, stay on the coordinator of a cluster and are keyed by id
-- alone. Inside a tenant's scope they do not exist, except for an administrator's command of the same linkage (app.admin).
create table account (
  id uuid primary key,
  city_code text not null,
  tenant_id uuid not null,
  person_id uuid not null,
  -- Copied when the account is made: people are hidden before a scope exists, and the audit log names them.
  person_name text not null,
  -- Lower case; what the person types to sign in.
  login text not null,
  -- Null until the first-use link was used.
  password_hash text,
  password_set_at timestamptz,
  -- Encrypted with the key of the installation (LIANDU_DATA/secret.key).
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  -- The last time step a code was accepted for: no code is accepted twice (RFC 6238 §5.2).
  totp_last_step bigint,
  failed_count integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  constraint account_login_unique unique (login),
  constraint account_login_lower check (login = lower(login)),
  constraint account_person_unique unique (city_code, person_id, tenant_id)
);
create index account_by_tenant on account (city_code, tenant_id, login);

create table sign_in (
  -- SHA-256 of the cookie's token: a copy of this table signs nobody in.
  token_digest bytea primary key,
  id uuid not null,
  account_id uuid not null references account,
  created_at timestamptz not null,
  -- Written at most once a minute.
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  user_agent text not null,
  address text not null,
  constraint sign_in_id_unique unique (id)
);
create index sign_in_by_account on sign_in (account_id, created_at);

create table first_use_link (
  digest bytea primary key,
  account_id uuid not null references account,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index first_use_link_by_account on first_use_link (account_id);

alter table account enable row level security;
alter table sign_in enable row level security;
alter table first_use_link enable row level security;

create policy account_before_scope on account for all using (
  (select nullif(current_setting('app.tenant', true), '')) is null
  or (city_code = (select nullif(current_setting('app.city', true), ''))
    and (select nullif(current_setting('app.admin', true), '')) is not null));
create policy sign_in_before_scope on sign_in for all using (
  (select nullif(current_setting('app.tenant', true), '')) is null
  or ((select nullif(current_setting('app.admin', true), '')) is not null
    and exists (select 1 from account where account.id = sign_in.account_id)));
create policy first_use_link_before_scope on first_use_link for all using (
  (select nullif(current_setting('app.tenant', true), '')) is null
  or ((select nullif(current_setting('app.admin', true), '')) is not null
    and exists (select 1 from account where account.id = first_use_link.account_id)));

grant select, insert, update on account, first_use_link to liandu_app;
grant select, insert, update, delete on sign_in to liandu_app;
grant delete on first_use_link to liandu_app;

-- Everything a request needs to know about who asks, in one look-up. It runs as the owner because roles are hidden outside their tenant's
-- scope and the scope is only known from this answer. It reveals nothing to anybody without the token. How long it may lie idle
-- depends on the roles and is judged by the server.
create function sign_in_actor(digest bytea, moment timestamptz)
returns table (
  "signInId" uuid, "lastSeenMs" double precision, "accountId" uuid, "personId" uuid, "personName" text, "cityCode" text,
  "tenantId" uuid, "bodyId" uuid, level text, kind text, roles text[], "unitIds" uuid[], "hasSecondFactor" boolean
)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return query
  select s.id, (extract(epoch from s.last_seen_at) * 1000)::double precision, a.id, p.id, p.name, a.city_code,
    t.id, t.body_id, t.level, t.kind,
    array(select distinct g.role from public.role_grant g
      where g.city_code = a.city_code and g.person_id = a.person_id and g.tenant_id = a.tenant_id),
    array(select g.unit_id from public.role_grant g
      where g.city_code = a.city_code and g.person_id = a.person_id and g.tenant_id = a.tenant_id and g.unit_id is not null
      union
      select h.unit_id from public.appointment h
      where h.city_code = a.city_code and h.person_id = a.person_id and h.tenant_id = a.tenant_id and h.unit_id is not null
        and h.from_date <= (moment at time zone 'Asia/Shanghai')::date
        and (h.until_date is null or h.until_date >= (moment at time zone 'Asia/Shanghai')::date)),
    a.totp_confirmed_at is not null
  from public.sign_in s
  join public.account a on a.id = s.account_id
  join public.person p on p.city_code = a.city_code and p.id = a.person_id
  join public.tenant t on t.city_code = a.city_code and t.id = a.tenant_id
  where s.token_digest = digest and s.revoked_at is null and a.disabled_at is null
    and s.expires_at > moment;
end
$$;
revoke all on function sign_in_actor(bytea, timestamptz) from public;
grant execute on function sign_in_actor(bytea, timestamptz) to liandu_app;
create index appointment_by_person on appointment (city_code, person_id);

-- Answers kept for 24 hours: the same key brings the same answer and the command runs once.
create table idempotency_key (
  city_code text not null,
  tenant_id uuid not null,
  account_id uuid not null,
  key text not null,
  request_digest bytea not null,
  -- Null only inside the transaction that runs the command.
  status integer,
  body text,
  made_at timestamptz not null,
  primary key (city_code, account_id, key)
);
alter table idempotency_key enable row level security;
create policy idempotency_key_own on idempotency_key for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy idempotency_key_expire on idempotency_key for delete using (
  (select nullif(current_setting('app.city', true), '')) is null);
-- A delete must also see what it deletes.
create policy idempotency_key_expire_read on idempotency_key for select using (
  (select nullif(current_setting('app.city', true), '')) is null and made_at < now() - interval '24 hours');
grant select, insert, update, delete on idempotency_key to liandu_app;

-- Who did what outside the ledger: sign-ins, administration, reads of packages, exports. Kept at least six months (SEC-02): the application
-- cannot change or delete a row. Contents never stand here.
create table audit_entry (
  city_code text not null,
  id uuid not null,
  -- The tenant it concerns; null when nobody could be identified.
  tenant_id uuid,
  at timestamptz not null,
  category text not null check (category in ('sign-in', 'administration', 'audit', 'reading', 'export')),
  action text not null,
  account_id uuid,
  person_id uuid,
  person_name text,
  subject text,
  detail jsonb not null default '{}',
  address text not null,
  primary key (city_code, id)
);
create index audit_entry_by_time on audit_entry (city_code, at, id);
create index audit_entry_by_tenant on audit_entry (city_code, tenant_id, at, id);
alter table audit_entry enable row level security;
create policy audit_entry_write on audit_entry for insert with check (
  (select nullif(current_setting('app.city', true), '')) is null
  or city_code = (select nullif(current_setting('app.city', true), '')));
-- An auditor reads the own tenant's log; the city body's auditor also sign-ins and administration of the whole linkage, never who read what.
create policy audit_entry_read on audit_entry for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (select current_setting('app.admin', true)) = 'audit'
  and (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
    or ((select current_setting('app.level', true)) = 'city' and (select current_setting('app.kind', true)) = 'body'
      and category in ('sign-in', 'administration', 'audit'))));
grant select, insert on audit_entry to liandu_app;

-- What changed, by id only, so that open screens ask again. `xid` orders by commit: a reader takes what is below the oldest running
-- transaction, or it would miss rows that commit out of order.
create table live_event (
  city_code text not null,
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  case_id uuid,
  -- Whose act it was; readers who may see that tenant's track see the event.
  tenant_id uuid,
  -- Addressees who see it although they cannot see the track.
  audience uuid[] not null default '{}',
  at timestamptz not null default now(),
  primary key (city_code, id)
);
create index live_event_by_xid on live_event (xid);
create index live_event_by_city on live_event (city_code, xid);
create index live_event_by_time on live_event (at);
alter table live_event enable row level security;
create policy live_event_write on live_event for insert with check (
  city_code = (select nullif(current_setting('app.city', true), '')));
-- Who else sees an event depends on tracks: 0004-live-and-files.sql says so, after tracks exist.
create policy live_event_read_own on live_event for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
    or (select nullif(current_setting('app.tenant', true), '')::uuid) = any (audience)));
-- Outside every scope the server finds out which linkages have news, and drops old events. The table is local like the sign-in tables.
create policy live_event_outside on live_event for all using (
  (select nullif(current_setting('app.city', true), '')) is null);
grant select, insert, delete on live_event to liandu_app;

-- Uploaded files: a row of facts per upload, the bytes once per tenant and digest. In the database so that a backup holds both.
create table file_blob (
  city_code text not null,
  tenant_id uuid not null,
  -- SHA-256, lower-case hexadecimal.
  digest text not null,
  bytes bytea not null,
  primary key (city_code, tenant_id, digest)
);
create table file (
  city_code text not null,
  id uuid not null,
  tenant_id uuid not null,
  digest text not null,
  name text not null,
  media_type text not null,
  size integer not null,
  secrecy text not null check (secrecy in ('公开', '内部')),
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  primary key (city_code, id),
  constraint file_tenant_fk foreign key (city_code, tenant_id) references tenant (city_code, id),
  constraint file_blob_fk foreign key (city_code, tenant_id, digest) references file_blob (city_code, tenant_id, digest)
);
create index file_by_digest on file (city_code, tenant_id, digest);
alter table file_blob enable row level security;
alter table file enable row level security;
create policy file_own on file for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy file_blob_own on file_blob for all using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
grant select, insert on file, file_blob to liandu_app;

-- /healthz asks whether everything this version knows is applied.
grant select on migration to liandu_app;

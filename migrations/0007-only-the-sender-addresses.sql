-- Only the sender of a package names its addressees, and only the own tenant speaks for itself in live events and the audit log. Older code survives it.

-- Without it a tenant that knew a package's id could have entered itself as an addressee, and so have read it.
alter table package add constraint package_sender_unique unique (city_code, id, from_tenant_id);
alter table package_addressee drop constraint package_addressee_package_fk;
alter table package_addressee add constraint package_addressee_package_fk
  foreign key (city_code, package_id, from_tenant_id) references package (city_code, id, from_tenant_id);

drop policy live_event_write on live_event;
create policy live_event_write on live_event for insert with check (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));

-- An administration command writes down whom it concerned; outside every scope stand sign-ins.
drop policy audit_entry_write on audit_entry;
create policy audit_entry_write on audit_entry for insert with check (
  (select nullif(current_setting('app.city', true), '')) is null
  or (city_code = (select nullif(current_setting('app.city', true), ''))
    and (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
      or (select nullif(current_setting('app.admin', true), '')) is not null)));

-- A party office reads what was sent to it (S4.1, S5.1), not the progress of the bodies: of cases those it was written to, of tracks its own.
-- Policies alone change; older code survives it.
drop policy case_read on supervision_case;
create policy case_read on supervision_case for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (body_id is null or body_id = (select nullif(current_setting('app.body', true), '')::uuid)
    or (select current_setting('app.projection', true)) = 'on')
  and ((select current_setting('app.kind', true)) is distinct from 'party-office'
    or (select current_setting('app.projection', true)) = 'on'
    or exists (select 1 from track where track.city_code = supervision_case.city_code and track.case_id = supervision_case.id
      and track.tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid))));

drop policy track_read on track;
create policy track_read on track for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
    or (select current_setting('app.projection', true)) = 'on'
    or ((select current_setting('app.kind', true)) is distinct from 'party-office'
      and ((kind = 'body' and level = 'city')
        or (kind = 'body' and (select current_setting('app.kind', true)) = 'body' and (select current_setting('app.level', true)) = 'city')
        or body_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
        or (kind = 'body' and tenant_id = (select nullif(current_setting('app.body', true), '')::uuid))))));

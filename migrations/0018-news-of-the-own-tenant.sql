-- News that only the own tenant (and whom it names) may hear of: a decision registered, a note from the field, a finding more.
-- New column; older code survives it: what says nothing reaches whoever sees the track, as before.
alter table live_event add column reach text not null default 'track';
alter table live_event add constraint live_event_reach check (reach in ('tenant', 'track'));
drop policy live_event_read_track on live_event;
create policy live_event_read_track on live_event for select using (
  reach = 'track'
  and city_code = (select nullif(current_setting('app.city', true), ''))
  and exists (select 1 from track
    where track.city_code = live_event.city_code and track.case_id = live_event.case_id and track.tenant_id = live_event.tenant_id));

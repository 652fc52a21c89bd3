-- Who hears of a change and who reads an attached file, now that tracks and packages exist. Only policies; older code survives it.

-- A change of a case is told to whoever may see the track of the tenant that made it (the track's own policy decides).
create policy live_event_read_track on live_event for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and exists (select 1 from track
    where track.city_code = live_event.city_code and track.case_id = live_event.case_id and track.tenant_id = live_event.tenant_id));

-- A file attached to a package is read by whoever may read the package (the package's own policy decides), by its digest.
create policy file_read_through_package on file for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and exists (select 1 from package
    where package.city_code = file.city_code and package.from_tenant_id = file.tenant_id
      and package.attachments @> jsonb_build_array(jsonb_build_object('digest', file.digest))));
create policy file_blob_read_through_package on file_blob for select using (
  city_code = (select nullif(current_setting('app.city', true), ''))
  and exists (select 1 from file
    where file.city_code = file_blob.city_code and file.tenant_id = file_blob.tenant_id and file.digest = file_blob.digest));

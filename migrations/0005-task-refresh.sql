-- The day for which a linkage's stored tasks were last made anew: states change with the day alone. New table; older code survives it.
create table task_refresh (
  city_code text primary key references linkage,
  refreshed_on date not null
);
alter table task_refresh enable row level security;
create policy task_refresh_own on task_refresh for all using (city_code = (select nullif(current_setting('app.city', true), '')));
grant select, insert, update on task_refresh to liandu_app;

-- Bodies are told that the city calls them to confer. Older code survives it.
alter table notice drop constraint notice_kind_known;
alter table notice add constraint notice_kind_known check (kind in
  ('date-moved', 'package-arrived', 'decision-waiting', 'decision-returned', 'digest', 'suggestion-merged', 'deputy-invited', 'concern-answered',
   'reminded', 'consultation-opened'));

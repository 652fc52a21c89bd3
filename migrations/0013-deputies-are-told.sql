-- Deputies are told of an invitation and of the answer to what they brought. Older code writes none of these kinds.
alter table notice drop constraint notice_kind_known;
alter table notice add constraint notice_kind_known check (kind in
  ('date-moved', 'package-arrived', 'decision-waiting', 'decision-returned', 'digest', 'suggestion-merged', 'deputy-invited', 'concern-answered'));

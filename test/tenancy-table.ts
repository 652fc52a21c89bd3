/**
 * What the database itself lets each scope do with a row of 甲县: s select, i insert, u update, d delete. One row a table (and a word where
 * it matters which row), one column a scope.
 *
 * nobody: no scope at all · own: 甲县 · county: 乙县 · city · ownorg: 甲县's government · organ: the city's government · other: 乙县's government ·
 * party: the city's party office · away: another city · organis, accts, audit: the city's scope opened by an administration command ·
 * acctsB: 乙县's scope opened for accounts · project: 乙县's scope while a command writes shared projections
 */
export const tenancyTable = `
                            nobody  own     county  city    ownorg  organ   other   party   away    organis accts   acctsB  audit   project
linkage                     s---    s---    s---    s---    s---    s---    s---    s---    s---    siu-    s---    s---    s---    s---
tenant                      ----    s---    s---    s---    s---    s---    s---    s---    ----    siu-    s---    s---    s---    s---
term                        ----    s---    s---    s---    s---    s---    s---    s---    ----    siu-    s---    s---    s---    s---
unit                        ----    s---    s---    s---    s---    s---    s---    s---    ----    siu-    s---    s---    s---    s---
park                        ----    s---    s---    s---    s---    s---    s---    s---    ----    siu-    s---    s---    s---    s---
person                      ----    s---    s---    s---    s---    s---    s---    s---    ----    siu-    s---    s---    s---    s---
appointment                 ----    s---    s---    s---    s---    s---    s---    s---    ----    siu-    s---    s---    s---    s---
role_grant                  ----    s---    ----    ----    ----    ----    ----    ----    ----    siud    ----    ----    ----    ----
settings_version            ----    s---    s---    s---    s---    s---    s---    s---    ----    si--    s---    s---    s---    s---
calendar_year               ----    s---    s---    s---    s---    s---    s---    s---    ----    siu-    s---    s---    s---    s---
task_refresh                ----    siu-    siu-    siu-    siu-    siu-    siu-    siu-    ----    siu-    siu-    siu-    siu-    siu-
calendar_day                ----    s---    s---    s---    s---    s---    s---    s---    ----    siud    s---    s---    s---    s---
account                     siu-    ----    ----    ----    ----    ----    ----    ----    ----    siu-    siu-    siu-    siu-    ----
sign_in                     siud    ----    ----    ----    ----    ----    ----    ----    ----    siud    siud    siud    siud    ----
first_use_link              siud    ----    ----    ----    ----    ----    ----    ----    ----    siud    siud    siud    siud    ----
idempotency_key             ----    siud    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
audit_entry reading         -i--    -i--    ----    ----    ----    ----    ----    ----    ----    -i--    -i--    -i--    -i--    ----
audit_entry administration  -i--    -i--    ----    ----    ----    ----    ----    ----    ----    -i--    -i--    -i--    si--    ----
live_event                  si-d    si--    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
file_blob unsent            ----    si--    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
file_blob sent              ----    si--    ----    s---    ----    ----    ----    ----    ----    s---    s---    ----    s---    ----
file unsent                 ----    si--    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
file sent                   ----    si--    ----    s---    ----    ----    ----    ----    ----    s---    s---    ----    s---    ----
supervision_case topic      ----    s---    s---    siu-    s---    s---    s---    ----    ----    siu-    siu-    s---    siu-    s---
supervision_case session    ----    si--    ----    ----    s---    ----    ----    ----    ----    ----    ----    ----    ----    s---
track topic                 ----    siu-    ----    si--    s---    ----    ----    ----    ----    si--    si--    ----    si--    s-u-
track session               ----    siu-    ----    si--    s---    ----    ----    ----    ----    si--    si--    ----    si--    s-u-
track organ                 ----    siu-    ----    ----    s-u-    ----    ----    ----    ----    ----    ----    ----    ----    s-u-
case_state                  ----    siu-    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
chain                       ----    siu-    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
act                         ----    si--    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
package unsent              ----    si--    ----    ----    s---    ----    ----    ----    ----    ----    ----    ----    ----    ----
package sent                ----    si--    ----    s---    ----    ----    ----    ----    ----    s---    s---    ----    s---    ----
package signed              ----    si--    ----    s---    ----    ----    ----    ----    ----    s---    s---    ----    s---    ----
package_addressee unsent    ----    si--    ----    ----    s-u-    ----    ----    ----    ----    ----    ----    ----    ----    ----
package_addressee sent      ----    si--    ----    s-u-    ----    ----    ----    ----    ----    s-u-    s-u-    ----    s-u-    ----
package_addressee signed    ----    s---    ----    s---    ----    ----    ----    ----    ----    s---    s---    ----    s---    ----
entered_act                 ----    siu-    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
act_draft shared            ----    siud    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
search_entry                ----    si--    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
candidate_topic             ----    siud    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
consultation                ----    s---    ----    siu-    ----    ----    ----    ----    ----    siu-    siu-    ----    siu-    ----
consultation_opinion        ----    siu-    ----    siud    ----    ----    ----    ----    ----    siud    siud    ----    siud    ----
interpellation_motion signing ----    siu-    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
interpellation_motion decided ----    siu-    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
interpellation_signature other ----    s---    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
interpellation_signature self ----    siud    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
interpellation_word other   ----    s---    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
interpellation_word self    ----    siu-    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
itinerary                   ----    siu-    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
leader_duty                 ----    siud    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
told_duty                   ----    siud    ----    s---    ----    ----    ----    ----    ----    s---    s---    ----    s---    ----
field_note                  ----    si--    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
field_note_change           ----    si--    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
research_team_member other  ----    si-d    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
research_team_member self   ----    si-d    s---    s---    s---    s---    s---    s---    ----    s---    s---    s---    s---    s---
attendance_code             ----    siu-    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
invitation_attendance       ----    siu-    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
act_draft personal          ----    siud    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
task                        ----    s---    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    siud
case_past case              ----    s---    s---    s---    s---    s---    s---    ----    ----    s---    s---    s---    s---    si--
case_past track             ----    s---    ----    s---    s---    ----    ----    ----    ----    s---    s---    ----    s---    si--
superseded_date             ----    s---    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    -i--
calendar_feed               siud    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
calendar_entry              ----    siud    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
notice moved                ----    si--    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    -i--
notice personal             ----    si--    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    -i--
told_apart                  ----    si-d    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
reminder got                ----    s---    ----    si--    ----    ----    ----    ----    ----    si--    si--    ----    si--    ----
reminder sent               ----    si--    ----    ----    s---    ----    ----    ----    ----    ----    ----    ----    ----    ----
notice_reading              ----    si-d    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
notice_choice               ----    siu-    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
tour_seen                   ----    si--    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----    ----
`;

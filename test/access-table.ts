/**
 * Who gets which answer at which route: one row a route (and a word where it matters which thing is asked for), one column a reader.
 * The words and signs are explained at `askAs`. 甲县 owns what is asked for.
 *
 * anon: not signed in · clerk, staff, chair, deputy, admin: 甲县's office, committee, vice-chair, deputy, system administrator · ownorg: its
 * government · county, badmin: 乙县's office, its system administrator · office, lead: the city's office and lead committee · organ: the
 * city's government · other: 乙县's government · party: the city's party office · system, secure, audit: the city's three administrators ·
 * away: office of another city
 */
export const accessTable = `
                                    anon   clerk  staff  chair  deputy admin  ownorg county badmin office lead   organ  other  party  system secure audit  away
# Before anybody is known
readHealth                          ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
readSetup                           ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
setUp                               may    may    may    may    may    may    may    may    may    may    may    may    may    may    may    may    may    may
signIn                              ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
readFirstUse                        404    404    404    404    404    404    404    404    404    404    404    404    404    404    404    404    404    404
useFirstUse                         404    404    404    404    404    404    404    404    404    404    404    404    404    404    404    404    404    404
readCalendarFeed                    404    404    404    404    404    404    404    404    404    404    404    404    404    404    404    404    404    404
# The organisation: public inside the linkage
readOrganisation                    401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
listAppointments                    401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
readSettings                        401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
exportSettings                      401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
listCalendarYears                   401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
exportCalendarYears                 401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
readWorkbookTemplate                401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
readLinkage                         401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
readLinkageAppointments             401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
# Cases, acts, packages, files: what 甲县 has not sent stays with its office, council and the organ it wrote to
search                              401    ok*    ok*    ok*    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
listPackages                        401    ok     ok     ok     403    403    ok*    ok     403    ok^    ok^    ok     ok     ok     403    403    403    ok
listPackageChoices                  401    ok     ok     ok     403    403    ok     ok     403    ok     ok     ok     ok     ok     403    403    403    ok
readPackage unsent                  401    ok*    ok*    ok*    403    403    ok*    404    403    404    404    404    404    404    403    403    403    404
readPackage sent                    401    ok^    ok^    ok^    403    403    404    404    403    ok^    ok^    404    404    404    403    403    403    404
listMyTasks                         401    ok+    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
listNotices                         401    ok+    ok+    ok+    ok     ok     ok*    ok     ok     ok^    ok^    ok     ok     ok     ok     ok     ok     ok
markNoticesRead                     401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
listAvailableActs year              401    ok     ok     ok     ok     403    ok     ok     403    ok     ok     ok     404    404    403    403    403    404
listAvailableActs topic             401    ok     ok     ok     ok     403    ok     ok     403    ok     ok     ok     404    ok     403    403    403    404
listAvailableActs session           401    ok+    ok     ok     ok     403    404    404    403    404    404    404    404    404    403    403    403    404
listAvailableActs citySession       401    404    404    404    404    403    404    404    403    ok     ok     404    404    404    403    403    403    404
listEnteredActs                     401    ok*    ok*    ok*    403    403    ok     ok     403    ok     ok     ok     ok     ok     403    403    403    ok
listCases                           401    ok+    ok+    ok+    ok+    403    ok     ok     403    ok     ok     ok     ok     ok     403    403    403    ok
listAssessments                     401    ok     ok     ok     403    403    ok     ok     403    ok     ok     ok     ok     403    403    403    403    ok
readCase year                       401    ok*    ok*    ok*    ok     403    ok     ok     403    ok     ok     ok     404    404    403    403    403    404
readCase topic                      401    ok*    ok*    ok*    ok+    403    ok     ok     403    ok     ok     ok     404    ok     403    403    403    404
readCase session                    401    ok+    ok+    ok+    ok+    403    404    404    403    404    404    404    404    404    403    403    403    404
readCase citySession                401    404    404    404    404    403    404    404    403    ok     ok     404    404    404    403    403    403    404
readCasePast year                   401    ok     ok     ok     ok     403    ok     ok     403    ok     ok     ok     404    404    403    403    403    404
readCasePast topic                  401    ok     ok     ok     ok     403    ok     ok     403    ok     ok     ok     404    ok     403    403    403    404
readCasePast session                401    ok     ok     ok     ok     403    404    404    403    404    404    404    404    404    403    403    403    404
readCasePast citySession            401    404    404    404    404    403    404    404    403    ok     ok     404    404    404    403    403    403    404
listCaseActs year                   401    ok*    ok*    ok*    403    403    ok     ok     403    ok     ok     ok     404    404    403    403    403    404
listCaseActs topic                  401    ok*    ok*    ok*    403    403    ok     ok     403    ok     ok     ok     404    ok     403    403    403    404
listCaseActs session                401    ok*    ok*    ok*    403    403    404    404    403    404    404    404    404    404    403    403    403    404
listCaseActs citySession            401    404    404    404    403    403    404    404    403    ok     ok     404    404    404    403    403    403    404
downloadFile unsent                 401    ok*    ok*    ok*    403    403    404    404    403    404    404    404    404    404    403    403    403    404
downloadFile sent                   401    ok^    ok^    ok^    403    403    404    404    403    ok^    ok^    404    404    404    403    403    403    404
downloadAttachment unsent           401    ok*    ok*    ok*    403    403    404    404    403    404    404    404    404    404    403    403    403    404
downloadAttachment sent             401    ok^    ok^    ok^    403    403    404    404    403    ok^    ok^    404    404    404    403    403    403    404
followEvents                        401    ok+    ok+    ok+    ok+    ok+    ok+    ok     ok     ok+    ok+    ok     ok     ok     ok+    ok+    ok+    ok
# Lists as files: for whoever reads the list they are
exportMyTasks                       401    ok+    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
exportNotices                       401    ok+    ok+    ok+    ok     ok     ok*    ok     ok     ok^    ok^    ok     ok     ok     ok     ok     ok     ok
exportEnteredActs                   401    ok*    ok*    ok*    403    403    ok     ok     403    ok     ok     ok     ok     ok     403    403    403    ok
exportSearch                        401    ok*    ok*    ok*    403    403    ok     ok     403    ok     ok     ok     ok     ok     403    403    403    ok
exportPackages                      401    ok     ok     ok     403    403    ok*    ok     403    ok^    ok^    ok     ok     ok     403    403    403    ok
exportTopics                        401    ok     ok     ok     ok     403    ok     ok     403    ok     ok     ok     ok     403    403    403    403    ok
exportSessions                      401    ok+    ok+    ok+    ok+    403    ok     ok     403    ok     ok     ok     ok     403    403    403    403    ok
exportAssessments                   401    ok     ok     ok     403    403    ok     ok     403    ok     ok     ok     ok     403    403    403    403    ok
exportYearEvents                    401    ok     ok     ok     ok     403    ok     ok     403    ok     ok     ok     ok     403    403    403    403    ok
exportSlack                         401    ok     ok     ok     ok     403    ok     ok     403    ok     ok     ok     ok     403    403    403    403    ok
exportOverview                      401    ok     ok     ok     ok     403    ok     ok     403    ok     ok     ok     ok     403    403    403    403    ok
exportBoard topic                   401    ok     ok     ok     ok     403    ok     ok     403    ok     ok     ok     404    403    403    403    403    404
exportCaseActs year                 401    ok     ok     ok     403    403    ok     ok     403    ok     ok     ok     404    404    403    403    403    404
exportCaseActs topic                401    ok*    ok*    ok*    403    403    ok     ok     403    ok     ok     ok     404    ok     403    403    403    404
exportCaseActs session              401    ok+    ok+    ok+    403    403    404    404    403    404    404    404    404    404    403    403    403    404
exportCaseActs citySession          401    404    404    404    403    403    404    404    403    ok     ok     404    404    404    403    403    403    404
exportCompliance topic              401    ok     ok     ok     ok     403    ok     ok     403    ok     ok     ok     404    403    403    403    403    404
exportProblems topic                401    ok*    ok*    ok*    403    403    ok     ok     403    ok     ok     ok     404    403    403    403    403    404
exportFindings topic                401    ok*    ok*    ok*    403    403    403    ok     403    ok     ok     403    403    403    403    403    403    404
exportPromises topic                401    ok     ok     ok     403    403    ok     ok     403    ok     ok     ok     404    403    403    403    403    404
exportCoverage topic                401    403    403    403    403    403    403    403    403    ok     ok     403    403    403    403    403    403    404
exportVisits topic                  401    403    403    403    403    403    403    403    403    ok     ok     403    403    403    403    403    403    404
exportDates topic                   401    ok     ok     ok     ok     403    ok     ok     403    ok     ok     ok     404    403    403    403    403    404
exportSupersededDates topic         401    ok+    ok+    ok+    ok+    403    ok     ok     403    ok     ok     ok     404    403    403    403    403    404
exportReminders topic               401    ok     ok     ok     403    403    ok     ok     403    ok     ok     ok     404    ok     403    403    403    404
exportExpectations                  401    ok     ok     ok     403    403    403    ok     403    403    403    403    403    403    403    403    403    403
exportItinerary topic               401    role   role   role   403    403    role   role   403    role   ok     role   404    role   403    403    403    404
# Problems that stand again: for those who judge them
listRepeatProblems topic            401    ok     ok     ok     403    403    403    ok     403    ok     ok     403    403    403    403    403    403    404
tellProblemsApart topic             401    role   may    role   403    403    403    role   403    role   may    403    403    403    403    403    403    404
# The year’s suggestions, merged by each office for itself
listCandidates year                 401    ok     ok     ok     403    403    ok     ok     403    ok     ok     ok     404    404    403    403    403    404
exportCandidates year               401    ok     ok     ok     403    403    ok     ok     403    ok     ok     ok     404    404    403    403    403    404
exportSuggestions year              401    ok*    ok*    ok*    403    403    ok     ok     403    ok     ok     ok     404    404    403    403    403    404
exportYearSteps year                401    ok     ok     ok     ok     403    ok     ok     403    ok     ok     ok     404    403    403    403    403    404
exportCalls year                    401    ok     ok     ok     ok     403    ok     ok     403    ok     ok     ok     404    403    403    403    403    404
exportApprovals year                401    ok     ok     ok     ok     403    ok     ok     403    ok     ok     ok     404    403    403    403    403    404
exportJointPlan year                401    ok     ok     ok     403    403    ok     ok     403    ok     ok     ok     404    404    403    403    403    404
groupSuggestions year               401    ok     ok     ok     403    403    ok     ok     403    ok     ok     ok     404    404    403    403    403    404
findSimilarSuggestions year         401    ok     ok     ok     ok     403    ok     ok     403    ok     ok     ok     404    404    403    403    403    404
mergeSuggestions year               401    may    role   role   403    403    role   may    403    may    role   role   404    404    403    403    403    404
changeCandidate year                401    may    role   role   403    403    role   may    403    may    role   role   404    404    403    403    403    404
undoCandidate year                  401    may    role   role   403    403    role   may    403    may    role   role   404    404    403    403    403    404
# Conferring: of the city and every county; organs, deputies and administrators have no part in it
readConsultation year               401    ok     ok     ok     403    403    404    ok     403    ok     ok     404    404    404    403    403    403    404
exportConsultation year             401    ok     ok     ok     403    403    404    ok     403    ok     ok     404    404    404    403    403    403    404
conveneConsultation year            401    role   role   role   403    403    404    role   403    may    role   404    404    404    403    403    403    404
sayOpinion year                     401    may    role   role   403    403    404    may    403    may    role   404    404    404    403    403    403    404
# A 质询案 before it is put: for the members and the office of its own body, and no other
listInterpellations                 401    ok*    403    ok*    403    403    403    ok     403    ok     403    403    403    403    403    403    403    ok
exportInterpellations               401    ok*    403    ok*    403    403    403    ok     403    ok     403    403    403    403    403    403    403    ok
draftInterpellation topic           401    may    403    may    403    403    403    may    403    may    403    403    403    403    403    403    403    404
reviseInterpellation                401    may    403    role   403    403    403    404    403    404    403    403    403    403    403    403    403    404
signInterpellation                  401    role   403    ok*    403    403    403    404    403    404    403    403    403    403    403    403    403    404
speakOnAnswer                       401    may    403    may    403    403    403    404    403    404    403    403    403    403    403    403    403    404
revokeSignature                     401    role   403    ok*    403    403    403    404    403    404    403    403    403    403    403    403    403    404
submitInterpellation                401    may    403    role   403    403    403    404    403    404    403    403    403    403    403    403    403    404
withdrawInterpellation              401    ok*    403    role   403    403    403    404    403    404    403    403    403    403    403    403    403    404
# Leaders’ other duties: of each body for itself, kept by its offices and committees
listLeaderDuties                    401    ok*    ok*    ok*    403    403    403    ok     403    ok     ok     403    403    403    403    403    403    ok
addLeaderDuty                       401    ok     ok     role   403    403    403    may    403    ok     ok     403    403    403    403    403    403    may
changeLeaderDuty                    401    may*   may*   role   403    403    403    404    403    404    404    403    403    403    403    403    403    404
removeLeaderDuty                    401    may*   may*   role   403    403    403    404    403    404    404    403    403    403    403    403    403    404
exportLeaderDuties                  401    ok*    ok*    ok*    403    403    403    ok     403    ok     ok     403    403    403    403    403    403    ok
exportToldDuties                    401    ok     ok     ok     403    403    403    ok     403    ok     ok     403    403    403    403    403    403    ok
importLeaderDuties                  401    ok     ok     role   403    403    403    ok     403    ok     ok     403    403    403    403    403    403    ok
# The itinerary of the joint research: the lead committee’s working paper
readItinerary topic                 401    role   role   role   403    403    role   role   403    role   ok     role   404    role   403    403    403    404
saveItinerary topic                 401    role   role   role   403    403    role   role   403    role   ok     role   404    role   403    403    403    404
listVisitNotices                    401    ok     ok     ok     403    403    ok     ok     403    ok     ok     ok     ok     ok     403    403    403    ok
suggestItinerary topic              401    role   role   role   403    403    role   role   403    role   may    role   404    role   403    403    403    404
# Reminding: the lead committee of its topic, the office of each body; kept by both sides
listReminders                       401    ok     ok     ok     403    403    ok     ok     403    ok     ok     ok     ok     ok     403    403    403    ok
remind topic                        401    may    may    role   403    403    role   may    403    ok     may    role   404    403    403    403    403    404
# Notes from the field: of each body for itself, taken by its office, committee and team; hidden from deputies who are not in it
listFieldNotes topic                401    ok*    ok*    ok*    404    403    ok     ok     403    ok     ok     ok     404    ok     403    403    403    404
exportFieldNotes topic              401    ok*    ok*    ok*    404    403    ok     ok     403    ok     ok     ok     404    ok     403    403    403    404
saveFieldNote topic                 401    ok     ok     role   404    403    role   ok     403    ok     ok     role   404    role   403    403    403    404
listNoteWordings topic              401    ok*    ok*    ok*    404    403    404    404    403    404    404    404    404    404    403    403    403    404
downloadNotePhoto topic             401    ok     ok     ok     404    403    404    404    403    404    404    404    404    404    403    403    403    404
correctFieldNote topic              401    ok     role   role   404    403    404    404    403    404    404    404    404    404    403    403    403    404
withdrawFieldNote topic             401    ok     role   role   404    403    404    404    403    404    404    404    404    404    403    403    403    404
# Deputies: each his own words and invitations, and nobody else’s
readMyVoices                        401    403    403    403    ok+    403    403    403    403    403    403    403    403    403    403    403    403    403
exportMyVoices suggestions          401    403    403    403    ok     403    403    403    403    403    403    403    403    403    403    403    403    403
exportMyVoices concerns             401    403    403    403    ok     403    403    403    403    403    403    403    403    403    403    403    403    403
exportMyVoices invitations          401    403    403    403    ok+    403    403    403    403    403    403    403    403    403    403    403    403    403
listInvitations topic               401    ok+    ok+    ok+    403    403    ok     ok     403    ok     ok     ok     404    ok     403    403    403    404
exportInvitations topic             401    ok+    ok+    ok+    403    403    ok     ok     403    ok     ok     ok     404    ok     403    403    403    404
makeAttendanceCode topic            401    ok     role   role   403    403    role   404    403    404    role   role   role   role   403    403    403    404
attendByCode topic                  401    403    403    403    may    403    403    403    403    403    403    403    403    403    403    403    403    403
# Acts: the order is the opinion’s; the word behind a sitting says whose it is
takeOpenSolicitation                401    may    role   role   role   role   none   may    role   may    role   none   404    404    role   role   role   404
takeRegisterSuggestion              401    may    role   role   role   role   none   may    role   may    role   none   404    404    role   role   role   404
takeSuggestTopic                    401    role   role   role   may    role   none   role   role   role   role   none   404    404    role   role   role   404
takeSendSuggestion                  401    none   none   none   none   none   may    none   none   none   none   may    404    404    none   none   none   404
takeProposePreliminaryList          401    may    role   role   role   role   none   may    role   may    role   none   404    404    role   role   role   404
takeRecordConsultation              401    role   role   role   role   role   none   role   role   may    role   none   404    404    role   role   role   404
takeDraftJointPlan                  401    role   role   role   role   role   none   role   role   may    role   none   404    404    role   role   role   404
takeDecideJointPlan                 401    may    role   role   role   role   none   may    role   may    role   none   404    404    role   role   role   404
takeSettleTopics                    401    role   role   role   role   role   none   role   role   may    role   none   404    404    role   role   role   404
takeAdoptAnnualPlan                 401    may    role   role   role   role   none   may    role   may    role   none   404    404    role   role   role   404
takePublishAnnualPlan               401    may    role   role   role   role   none   may    role   may    role   none   404    404    role   role   role   404
takeProposeAdjustment               401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeConsultAdjustment               401    role   role   role   role   role   none   role   role   may    role   none   404    none   role   role   role   404
takeDecideAdjustment                401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeApplyAdjustment                 401    role   role   role   role   role   none   role   role   may    role   none   404    none   role   role   role   404
takeDraftImplementationPlan         401    role   role   role   role   role   none   role   role   role   may    none   404    none   role   role   role   404
takeCommentOnPlan                   401    role   may    role   role   role   none   role   role   role   role   none   404    none   role   role   role   404
takeApproveImplementationPlan       401    role   role   role   role   role   none   role   role   may    role   none   404    none   role   role   role   404
takeFormResearchTeam                401    role   role   role   role   role   none   role   role   role   may    none   404    none   role   role   role   404
takeSendVisitNotice                 401    role   role   role   role   role   none   role   role   role   may    none   404    none   role   role   role   404
takeRecordVisit                     401    role   role   role   role   role   none   role   role   role   may    none   404    none   role   role   role   404
takeRecordEvaluation                401    role   role   role   role   role   none   role   role   role   may    none   404    none   role   role   role   404
takeConcludeJointResearch           401    role   role   role   role   role   none   role   role   role   may    none   404    none   role   role   role   404
takeRecordExtensionResearch         401    role   may    role   role   role   none   role   role   role   role   none   404    none   role   role   role   404
takeRecordFinding                   401    role   may    role   role   role   none   role   role   role   may    none   404    none   role   role   role   404
takeCorrectFinding                  401    role   may    role   role   role   none   role   role   role   may    none   404    none   role   role   role   404
takeHandOverCollectedOpinions       401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeFinaliseResearchReport          401    role   may    role   role   role   none   role   role   role   may    none   404    none   role   role   role   404
takeSendResearchReport              401    may    role   role   role   role   none   may    role   role   role   none   404    none   role   role   role   404
takeAnswerLateFindings              401    role   role   role   role   role   none   role   role   role   may    none   404    none   role   role   role   404
takeConveneSession                  401    may    role   role   role   role   none   may    role   may    role   none   404    404    role   role   role   404
takeMoveSession session             401    may    role   role   role   role   404    404    404    404    404    404    404    404    404    404    404    404
takeMoveSession citySession         401    404    404    404    404    404    404    404    404    may    role   404    404    404    role   role   role   404
takeSendSessionNotice session       401    may    role   role   role   role   404    404    404    404    404    404    404    404    404    404    404    404
takeSendSessionNotice citySession   401    404    404    404    404    404    404    404    404    may    role   404    404    404    role   role   role   404
takeOpenSession session             401    may+   role   role   role   role   404    404    404    404    404    404    404    404    404    404    404    404
takeOpenSession citySession         401    404    404    404    404    404    404    404    404    may    role   404    404    404    role   role   role   404
takeAdoptAgenda session             401    may+   role   role   role   role   404    404    404    404    404    404    404    404    404    404    404    404
takeAdoptAgenda citySession         401    404    404    404    404    404    404    404    404    may    role   404    404    404    role   role   role   404
takeRecordAttendance session        401    may+   role   role   role   role   404    404    404    404    404    404    404    404    404    404    404    404
takeRecordAttendance citySession    401    404    404    404    404    404    404    404    404    may    role   404    404    404    role   role   role   404
takeCloseSession session            401    may+   role   role   role   role   404    404    404    404    404    404    404    404    404    404    404    404
takeCloseSession citySession        401    404    404    404    404    404    404    404    404    may    role   404    404    404    role   role   role   404
takeNameResponsibleOrgans           401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeSubmitDraftReport               401    none   none   none   none   none   may    none   none   none   none   may    404    none   none   none   none   404
takeSubmitFinalReport               401    none   none   none   none   none   may    none   none   none   none   may    404    none   none   none   none   404
takeDistributeReport                401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeConfirmSpeeches                 401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeHoldSpecialMeeting              401    role   role   role   role   role   none   role   role   role   may    none   404    none   role   role   role   404
takeDeliberate                      401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeRecordCountyStatements          401    role   role   role   role   role   none   role   role   may    role   none   404    none   role   role   role   404
takeHoldSpecialInquiry              401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeAssessReport                    401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeCompileOpinion                  401    role   may    role   role   role   none   role   role   role   may    none   404    none   role   role   role   404
takeAgreeOpinion                    401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeAdoptOpinion                    401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeMakeResolution                  401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeSendSupervisionResults          401    may    role   role   role   role   none   may    role   role   role   none   404    none   role   role   role   404
takeHandOverResults                 401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takePublishResults                  401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takePublishHandling                 401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeAnswerDemands                   401    none   none   none   none   none   may    none   none   none   none   may    404    none   none   none   none   404
takeSubmitEvidence                  401    none   none   none   none   none   may    none   none   none   none   may    404    none   none   none   none   404
takeDecideDisputes                  401    role   may    role   role   role   none   role   role   role   may    none   404    none   role   role   role   404
takeSettleDisputes                  401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeSubmitHandlingDraft             401    none   none   none   none   none   may    none   none   none   none   may    404    none   none   none   none   404
takeCommentOnHandling               401    role   may    role   role   role   none   role   role   role   may    none   404    none   role   role   role   404
takeSubmitHandlingReport            401    none   none   none   none   none   may    none   none   none   none   may    404    none   none   none   none   404
takeRecordFollowUp                  401    role   may    role   role   role   none   role   role   role   may    none   404    none   role   role   role   404
takeGiveVerdicts                    401    role   may    role   role   role   none   role   role   role   may    none   404    none   role   role   role   404
takeScheduleHandlingAssessment      401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeAssessHandling                  401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeChooseNextStep                  401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeDeliberateAgain                 401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeHoldInquiry                     401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeAnswerInterpellation            401    none   none   none   none   none   may    none   none   none   none   may    404    none   none   none   none   404
takeRecordInterpellationAnswer      401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeDecideSecondAnswer              401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeAnswerInterpellationAgain       401    none   none   none   none   none   may    none   none   none   none   may    404    none   none   none   none   404
takeRecordSecondAnswer              401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeCloseTrack                      401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeFlagMajorMatter                 401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeReportToParty                   401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeCoordinate                      401    role   role   role   role   role   none   role   role   may    role   none   404    none   role   role   role   404
takeExchange                        401    may    role   role   role   role   may    may    role   may    role   may    404    none   role   role   role   404
takeInviteDeputies                  401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeAnswerInvitation                401    role   role   role   may    role   none   role   role   role   role   none   404    none   role   role   role   404
takeRaiseConcern                    401    role   role   role   may    role   none   role   role   role   role   none   404    none   role   role   role   404
takeAnswerConcern                   401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
takeSummarise                       401    may    role   role   role   role   none   may    role   may    role   none   404    none   role   role   role   404
# Forms being filled in, here of the opinion: of the clerks who may take the act, and of nobody else
readDraft                           401    role   ok     role   role   role   none   role   role   role   ok     none   404    none   role   role   role   404
saveDraft                           401    role   ok     role   role   role   none   role   role   role   ok     none   404    none   role   role   role   404
discardDraft                        401    role   ok     role   role   role   none   role   role   role   ok     none   404    none   role   role   role   404
listDrafts                          401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
# Around acts: previews, decisions to confirm, receipts, uploads
confirmEnteredAct                   401    role   role   ok     role   role   404    404    404    404    404    404    404    404    404    404    404    404
sendBackEnteredAct                  401    role   role   ok     role   role   404    404    404    404    404    404    404    404    404    404    404    404
withdrawEnteredAct                  401    ok     role   role   role   role   404    404    404    404    404    404    404    404    404    404    404    404
receivePackage unsent               401    404    404    404    403    403    ok     404    403    404    404    404    404    404    403    403    403    404
receivePackage sent                 401    404    404    404    403    403    404    404    403    ok     may^   404    404    404    403    403    403    404
openYear                            401    role   role   role   role   role   role   role   role   ok     role   role   role   role   role   role   role   ok
previewMove session                 401    ok+    ok+    ok+    ok+    403    404    404    403    404    404    404    404    404    403    403    403    404
previewMove citySession             401    404    404    404    404    403    404    404    403    ok     ok     404    404    404    403    403    403    404
uploadFile                          401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
# The own account
readNoticeChoice                    401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
changeNoticeChoice                  401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
readSeenTours                       401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
markToursSeen                       401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
readMyCalendarFeed                  401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
revokeMyCalendarFeed                401    404    404    404    404    404    404    404    404    404    404    404    404    404    404    404    404    404
makeMyCalendarFeed                  401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
readMe                              401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
listMySignIns                       401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
exportMySignIns                     401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
signOut                             401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
revokeMySignIn                      401    404    404    404    404    404    404    404    404    404    404    404    404    404    404    404    404    404
revokeMySignIns                     401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
changeMyPassword                    401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
addSecondFactor                     401    ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok     ok
confirmSecondFactor                 401    may    may    may    may    may    may    may    may    may    may    may    may    may    may    may    may    may
removeSecondFactor                  401    may    may    may    may    may    may    may    may    may    may    may    may    may    may    may    may    may
# Administration: the city’s three, and the system administrator of a county for its own
exportWorkbook                      401    403    403    403    403    403    403    403    403    403    403    403    403    403    ok     ok     403    403
listAccounts                        401    403    403    403    403    ok     403    403    ok     403    403    403    403    403    ok     ok     403    403
listAccountSignIns                  401    403    403    403    403    403    403    403    403    403    403    403    403    403    403    ok     403    403
exportAccountSignIns                401    403    403    403    403    403    403    403    403    403    403    403    403    403    403    ok     403    403
readAudit                           401    403    403    403    403    403    403    403    403    403    403    403    403    403    403    403    ok     403
exportAppointments                  401    403    403    403    403    ok     403    403    ok     403    403    403    403    403    ok     403    403    403
exportAccounts                      401    403    403    403    403    ok     403    403    ok     403    403    403    403    403    ok     ok     403    403
exportAudit                         401    403    403    403    403    403    403    403    403    403    403    403    403    403    403    403    ok     403
addAppointment                      401    403    403    403    403    ok     403    403    404    403    403    403    403    403    ok     403    403    403
endAppointment                      401    403    403    403    403    may    403    403    404    403    403    403    403    403    may    403    403    404
changeSettings                      401    403    403    403    403    403    403    403    403    403    403    403    403    403    ok     403    403    403
loadCalendarYear                    401    403    403    403    403    403    403    403    403    403    403    403    403    403    ok     403    403    403
previewImport                       401    403    403    403    403    403    403    403    403    403    403    403    403    403    ok     ok     403    403
importWorkbook                      401    403    403    403    403    403    403    403    403    403    403    403    403    403    ok     ok     403    403
createAccount                       401    403    403    403    403    ok     403    403    404    403    403    403    403    403    ok     403    403    403
renewFirstUseLink                   401    403    403    403    403    ok     403    403    404    403    403    403    403    403    ok     403    403    403
disableAccount                      401    403    403    403    403    ok     403    403    404    403    403    403    403    403    ok     403    403    403
enableAccount                       401    403    403    403    403    ok     403    403    404    403    403    403    403    403    ok     403    403    403
unlockAccount                       401    403    403    403    403    403    403    403    403    403    403    403    403    403    403    ok     403    403
resetSecondFactor                   401    403    403    403    403    403    403    403    403    403    403    403    403    403    403    ok     403    403
grantRoles                          401    403    403    403    403    403    403    403    403    403    403    403    403    403    403    ok     403    403
revokeAccountSignIns                401    403    403    403    403    403    403    403    403    403    403    403    403    403    403    ok     403    403
`;

import type { AssessmentResult } from '../../domain/ballot/satisfaction.ts';
import type { HandlingState } from '../../domain/handling/handling-state.ts';
import type { Done, PlainDateText } from '../../domain/procedure/case.ts';
import type { DeliberationState } from '../../domain/session/deliberation-state.ts';
import type { Trx } from '../db/database.ts';

/** What one tenant knows of the assessments of one topic, and when the steps were done on its own track. */
export type AssessedTopic = {
  caseId: string;
  topicName: string;
  year: number;
  done: Readonly<Record<string, Done>>;
  report: AssessmentResult | null;
  rounds: HandlingState['rounds'];
  countyResults: DeliberationState['countyResults'];
  /** By county the day on which its session assessed the report, as its track says. */
  countyDays: Readonly<Record<string, PlainDateText>> | null;
};

/** The topics of a tenant with their assessments; only the parts of the state that hold them are read. */
export async function listAssessedTopics(trx: Trx, cityCode: string, tenantId: string): Promise<AssessedTopic[]> {
  return trx.rows<AssessedTopic>(
    `select supervision_case.id as "caseId", supervision_case.name as "topicName", supervision_case.year, track.done,
       case_state.state #> '{deliberation,reportAssessment}' as report, case_state.state #> '{handling,rounds}' as rounds,
       case_state.state #> '{deliberation,countyResults}' as "countyResults",
       (select json_object_agg(county.tenant_id, county.done #>> '{assess-report,on}') from track county
        where county.city_code = case_state.city_code and county.case_id = case_state.case_id and county.kind = 'body'
          and county.level = 'county' and county.done ? 'assess-report') as "countyDays"
     from case_state
       join supervision_case on supervision_case.city_code = case_state.city_code and supervision_case.id = case_state.case_id
       join track on track.city_code = case_state.city_code and track.case_id = case_state.case_id
         and track.tenant_id = case_state.tenant_id
     where case_state.city_code = $1 and case_state.tenant_id = $2 and supervision_case.kind = 'topic'`,
    [cityCode, tenantId],
  );
}

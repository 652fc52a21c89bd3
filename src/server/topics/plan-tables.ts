import { topicDomainName } from '../../contract/topic-list.ts';
import { withDayTexts } from '../../domain/calendar/day-text.ts';
import type { OrganisationFacts } from '../../domain/organisation/facts.ts';
import { type Approval, approvalStateNames } from '../../domain/topic/approvals.ts';
import {
  type ConsultationItem,
  type ConsultationRecord,
  conferringResultNames,
  conferringTenantsIn,
  type OpenConsultation,
  type Opinion,
  stanceNames,
} from '../../domain/topic/consultation.ts';
import type { PlannedTopic } from '../../domain/topic/topic.ts';
import type { TableColumn } from '../http/table-file.ts';

export const approvalColumns: readonly TableColumn<Approval>[] = [
  { title: '单位', width: 24, value: ({ body }) => body.name },
  { title: '情况', width: 16, value: ({ state }) => approvalStateNames[state] },
  { title: '会议日期', width: 12, kind: 'date', value: ({ on }) => on ?? null },
  { title: '退回理由', width: 60, value: ({ reason }) => reason ?? null },
];

export function jointPlanColumns(organisation: OrganisationFacts): readonly TableColumn<PlannedTopic>[] {
  return [
    { title: '序号', width: 8, value: ({ key }) => key },
    { title: '议题', width: 40, value: ({ name }) => name },
    { title: '领域', width: 14, value: ({ domain }) => topicDomainName(domain) },
    {
      title: '牵头委室',
      width: 24,
      value: ({ leadUnitId }) => organisation.units.find(({ id }) => id === leadUnitId)?.name ?? null,
    },
    { title: '审议时间', width: 12, kind: 'date', value: ({ deliberationDate }) => deliberationDate },
  ];
}

type Conferred = Pick<OpenConsultation, 'opinions'> & { record: ConsultationRecord | null };

/** Topics down, bodies across, and what the conferring came to once it is recorded. */
export function conferringColumns(
  organisation: OrganisationFacts,
  { opinions, record }: Conferred,
): readonly TableColumn<ConsultationItem>[] {
  const recorded = ({ key }: ConsultationItem) => record?.topics.find((topic) => topic.key === key);
  return [
    { title: '会商议题', width: 36, value: ({ title }) => withDayTexts(title) },
    { title: '领域', width: 14, value: ({ domain }) => (domain === undefined ? null : topicDomainName(domain)) },
    { title: '理由', width: 40, value: ({ detail }) => detail },
    ...conferringTenantsIn(organisation).map(({ id, shortName }): TableColumn<ConsultationItem> => {
      const isExcused = record?.excusedIds.includes(id) === true;
      return {
        title: shortName,
        width: 20,
        value: ({ key }) => {
          const said = opinions.find((one) => one.tenantId === id && one.key === key);
          if (said !== undefined) return opinionText(said);
          return isExcused ? '请假' : '未填写';
        },
      };
    }),
    ...(record === null
      ? []
      : [
          {
            title: '结果',
            width: 20,
            value: (item: ConsultationItem) => {
              const result = recorded(item)?.result;
              return result === undefined ? null : conferringResultNames[result];
            },
          },
          { title: '说明', width: 40, value: (item: ConsultationItem) => recorded(item)?.note ?? null },
        ]),
  ];
}

function opinionText({ stance, comment, enteredBy }: Opinion): string {
  const said = comment === '' ? stanceNames[stance] : `${stanceNames[stance]}：${comment}`;
  return enteredBy === 'city' ? `${said}（市办公室代填）` : said;
}

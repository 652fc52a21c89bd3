import { type Performer, performerNames } from '../../domain/procedure/step.ts';
import { obligationStateNames } from '../../domain/procedure/worklist.ts';
import { forceNames } from '../../domain/refusal.ts';
import type { TableColumn } from '../http/table-file.ts';
import type { StoredTask } from './task-queries.ts';

/** The own tasks as a spreadsheet shows them. */
export const taskColumns: readonly TableColumn<StoredTask>[] = [
  { title: '工作', width: 36, value: (task) => task.title },
  { title: '事项', width: 30, value: (task) => task.caseName },
  { title: '状态', width: 10, value: (task) => obligationStateNames[task.state] },
  { title: '期限', width: 12, kind: 'date', value: (task) => task.due },
  { title: '要求', width: 8, value: (task) => forceNames[task.force] },
  { title: '依据', width: 14, value: (task) => task.clause },
  { title: '承办', width: 12, value: (task) => performerName(task.performer) },
  { title: '说明', width: 60, value: (task) => task.why },
];

function performerName(performer: string): string {
  return performer in performerNames ? performerNames[performer as Performer] : performer;
}

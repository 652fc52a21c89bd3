import { useMemo } from 'react';
import type { TaskView } from '../../contract/tasks.ts';
import type { Explanation } from '../../domain/calendar/explanation.ts';
import { trackOf } from '../../domain/procedure/case.ts';
import { steps } from '../../domain/procedure/procedure.ts';
import { scheduleTrack } from '../../domain/procedure/schedule.ts';
import { useCases } from '../lib/cases.ts';
import { useLinkage } from '../lib/linkage.ts';

/** How each task's date came about, from the same schedule the server stored it by. Tasks are shown before it is known. */
export function useTaskReasons(tenantId: string | undefined): (task: TaskView) => Explanation | undefined {
  const cases = useCases({});
  const linkage = useLinkage();
  return useMemo(() => {
    const reasons = new Map<string, Explanation>();
    if (cases.data === undefined || linkage.data === undefined || tenantId === undefined) return () => undefined;
    for (const view of cases.data) {
      const track = trackOf(view, tenantId);
      if (track === undefined) continue;
      for (const { key, explanation } of scheduleTrack(view, track, steps, linkage.data)) {
        if (explanation !== undefined) reasons.set(`${view.id}/${key}`, explanation);
      }
    }
    return (task: TaskView) => reasons.get(`${task.caseId}/${task.stepKey}`);
  }, [cases.data, linkage.data, tenantId]);
}

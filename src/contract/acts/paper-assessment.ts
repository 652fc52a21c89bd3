import { z } from 'zod';
import type { PaperAssessment } from '../../domain/ballot/paper-assessment.ts';
import { uuid } from '../route.ts';

function figure(title: string) {
  return z.number().int().min(0, `${title}不能为负`).max(10_000).meta({ title });
}

/** The tellers' record of a satisfaction ballot on paper: of a report, or of the handling of the demands. */
export const paperAssessment = z.object({
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间格式为 09:30')
    .meta({ title: '测评时间', widget: 'time' }),
  members: figure('应到人数'),
  present: figure('实到人数'),
  ruleId: z.string().meta({ title: '测评规则', widget: 'satisfaction-rule' }),
  ruleVersion: z.number().int().positive().meta({ title: '规则版本' }),
  count: z
    .object({
      issued: figure('发出票数'),
      returned: figure('收回票数'),
      satisfied: figure('满意'),
      basicallySatisfied: figure('基本满意'),
      unsatisfied: figure('不满意'),
      invalid: figure('无效票'),
    })
    .meta({ title: '计票结果' }),
  tellerIds: z
    .array(uuid.meta({ widget: 'member' }))
    .length(2, '请选择两名监票人')
    .meta({ title: '监票人' }),
}) satisfies z.ZodType<PaperAssessment>;

import { z } from 'zod';
import type { PaperAssessment } from '../../domain/ballot/paper-assessment.ts';
import { paperFigures } from '../../domain/ballot/paper-count.ts';
import type { PaperCount } from '../../domain/ballot/satisfaction.ts';
import { computedNumber } from '../fields.ts';
import { uuid } from '../route.ts';
import { timeOfDay } from './vote.ts';

const figureTitles = Object.fromEntries(paperFigures.map(({ key, title }) => [key, title]));

function figure(key: keyof PaperCount) {
  const title = figureTitles[key] ?? key;
  return z.number().int().min(0, `${title}不能为负`).max(10_000).meta({ title });
}

const tally = z.object({
  tellerId: uuid.meta({ title: '监票人', widget: 'member' }),
  issued: figure('issued'),
  returned: figure('returned'),
  satisfied: figure('satisfied'),
  basicallySatisfied: figure('basicallySatisfied'),
  unsatisfied: figure('unsatisfied'),
  invalid: figure('invalid'),
});

/** The tellers' record of a satisfaction ballot on paper: of a report, or of the handling of the demands. */
export const paperAssessment = z.object({
  at: timeOfDay('测评时间'),
  members: computedNumber('应到人数'),
  present: computedNumber('实到人数'),
  ruleId: z.string().meta({ title: '测评规则', widget: 'satisfaction-rule' }),
  ruleVersion: computedNumber('规则版本'),
  tallies: z.array(tally).length(2, '请由两名监票人分别计票').meta({ title: '监票人计票' }),
}) satisfies z.ZodType<PaperAssessment>;

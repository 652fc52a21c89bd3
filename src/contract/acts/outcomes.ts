import { z } from 'zod';
import type { AssessHandling, ScheduleHandlingAssessment } from '../../domain/handling/assessment-acts.ts';
import type { CloseTrack } from '../../domain/handling/closing-acts.ts';
import type { Publication } from '../../domain/handling/publication-acts.ts';
import { optionalText, shortText } from '../fields.ts';
import { plainDate, uuid } from '../route.ts';
import { paperAssessment } from './paper-assessment.ts';

const publication = z.object({
  deputiesInformedOn: plainDate.meta({ title: '通报代表日期' }),
  date: plainDate.meta({ title: '公布日期' }),
  address: shortText('公布网址或载体'),
  secrecyReviewer: shortText('保密审查人'),
  secrecyReviewedOn: plainDate.meta({ title: '保密审查日期' }),
}) satisfies z.ZodType<Publication>;

export const outcomeActSchemas = {
  'publish-results': publication,
  'publish-handling': publication,
  'schedule-handling-assessment': z.object({
    sessionId: uuid.meta({ title: '常委会会议', widget: 'session' }),
  }) satisfies z.ZodType<ScheduleHandlingAssessment>,
  'assess-handling': paperAssessment satisfies z.ZodType<AssessHandling>,
  'close-track': z.object({ note: optionalText('办结说明') }) satisfies z.ZodType<CloseTrack>,
};

import { z } from 'zod';
import type { ConfirmSpeeches } from '../../domain/session/speech-acts.ts';
import { shortText } from '../fields.ts';

export const speechActSchemas = {
  'confirm-speeches': z.object({
    speakers: z.array(shortText('发言人')).min(1, '请填写已核对的发言人').max(200).meta({ title: '已核对的发言人' }),
  }) satisfies z.ZodType<ConfirmSpeeches>,
};

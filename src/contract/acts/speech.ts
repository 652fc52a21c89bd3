import { z } from 'zod';
import type { Speech } from '../../domain/session/deliberation-state.ts';
import { longText, shortText } from '../fields.ts';

export const speech = z.object({
  name: shortText('发言人'),
  text: longText('发言要点'),
}) satisfies z.ZodType<Speech>;

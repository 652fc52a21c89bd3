import { deliberationActSchemas } from '../../../contract/acts/deliberation.ts';
import { deliberationActs } from '../../../domain/session/deliberation-acts.ts';
import { deliberationFillings } from '../fillings/deliberation-fillings.ts';
import type { Kit } from '../kit.ts';

/** 联动开展会议审议 (S3). */
export const kit: Kit = {
  acts: deliberationActs,
  schemas: deliberationActSchemas,
  fillings: deliberationFillings,
  desks: {},
};

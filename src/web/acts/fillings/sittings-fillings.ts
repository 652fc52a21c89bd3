import type { Fillings } from './filling.ts';
import { voteOf } from './vote-filling.ts';

/** 常委会会议 (S3.1, S3.5). */
export const sittingsFillings: Fillings = {
  'open-session': () => ({ at: '09:00', delegated: false }),
  'adopt-agenda': (facts) => ({
    items: (facts.view.topics ?? []).map(({ id, name }) => ({
      title: `听取和审议关于“${name}”的专项工作报告`,
      topicId: id,
    })),
    vote: voteOf(facts),
  }),
  'send-session-notice': ({ view }) => ({
    matters: (view.topics ?? []).map(({ name }) => `听取和审议关于“${name}”的专项工作报告`),
  }),
};

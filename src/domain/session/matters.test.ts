import { describe, expect, test } from 'vitest';
import { buildSession } from '../../../test/build/build-case.ts';
import { buildTopic, changedTrack } from '../../../test/build/facts.ts';
import { agendaToAdopt, mattersOn } from './matters.ts';

const heard = changedTrack(buildTopic(), 'city', { session: buildSession('2026-10-26', '2026-10-27', 's-1') });
const handled = changedTrack(buildTopic({ id: 'topic-2', name: '另一议题' }), 'city', {
  session: buildSession('2026-06-26', '2026-06-26', 's-0'),
  handlingSession: buildSession('2026-10-26', '2026-10-27', 's-1'),
});

describe('SES-07 what a sitting has to do', () => {
  const matters = mattersOn('s-1', 'city', [heard, handled]);

  test('names a topic by what it was put on the sitting for', () => {
    expect(matters).toEqual([
      { topicId: 'topic-1', purpose: 'deliberation', title: '听取和审议关于“示例议题”的专项工作报告' },
      { topicId: 'topic-2', purpose: 'handling', title: '听取“另一议题”审议意见办理落实情况的报告并进行满意度测评' },
    ]);
    expect(mattersOn('s-0', 'city', [heard, handled])).toMatchObject([{ topicId: 'topic-2', purpose: 'deliberation' }]);
    expect(mattersOn('s-1', 'county-1', [heard, handled])).toEqual([]);
  });

  test('is put to it as its notice told, with what was placed on it since', () => {
    const agenda = [
      { no: 1, title: '通过人事任免' },
      { no: 2, title: '听取示例报告', topicId: 'topic-1' },
    ];
    expect(agendaToAdopt({ agenda }, matters)).toEqual([
      { title: '通过人事任免' },
      { title: '听取示例报告', topicId: 'topic-1' },
      { title: '听取“另一议题”审议意见办理落实情况的报告并进行满意度测评', topicId: 'topic-2' },
    ]);
    expect(agendaToAdopt({ agenda: [] }, matters).map(({ topicId }) => topicId)).toEqual(['topic-1', 'topic-2']);
  });
});

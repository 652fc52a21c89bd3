import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listDrafts } from '../../contract/drafts.ts';
import { paths } from '../app/paths.ts';
import { call } from '../lib/client.ts';
import { momentText } from '../lib/formats.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';

/** Forms that were begun and not submitted: nobody has to remember where. Nothing is shown while there are none. */
export function Unfinished() {
  const drafts = useQuery({ queryKey: ['drafts'], queryFn: () => call(listDrafts, {}) });
  const list = drafts.data?.drafts ?? [];
  if (list.length === 0) return null;
  return (
    <section className="task-group" aria-labelledby="unfinished">
      <h2 id="unfinished">
        继续填写
        <span className="task-count">{list.length}项</span>
        <small>已保存的草稿，尚未办理</small>
      </h2>
      <ul className="tasks">
        {list.map((draft) => (
          <li key={`${draft.caseId}/${draft.kind}`} className="task">
            <div className="task-main">
              <h3>
                <Link to={paths.act(draft.caseId, draft.kind)}>{draft.title}</Link>
              </h3>
              <p className="task-case">
                <Link to={paths.caseOf(draft.caseId)}>{draft.caseName}</Link>
              </p>
              <p className="task-why">
                {draft.isShared ? `${draft.savedByName}于` : ''}
                {momentText(draft.savedAt)}保存{draft.isShared ? '，本单位共同填写' : ''}
              </p>
            </div>
            <p className="task-basis">
              <ClauseTag id={draft.clause} text={clauseWords(draft.clause)} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

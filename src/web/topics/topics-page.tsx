import { paths } from '../app/paths.ts';
import { useCases } from '../lib/cases.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { TopicList } from './topic-list.tsx';
import './topics.css';

/** The topics of every year that the linkage has settled. */
export function TopicsPage() {
  const topics = useCases({ kind: 'topic' });
  return (
    <>
      <PageHeader title="联动监督议题" actions={<LinkButton to={paths.board}>联动看板</LinkButton>} />
      <QueryView
        query={topics}
        isEmpty={(list) => list.length === 0}
        empty={
          <EmptyView
            text="还没有确定的联动监督议题"
            hint="各主任会议审议、市人大常委会主任会议确定议题后，显示在这里。"
          />
        }
      >
        {(list) => <TopicList topics={list} />}
      </QueryView>
    </>
  );
}

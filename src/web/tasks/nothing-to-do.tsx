import type { Me } from '../../contract/sign-in.ts';
import { paths } from '../app/paths.ts';
import { useCases } from '../lib/cases.ts';
import { firstStepsOf } from '../lib/first-steps.ts';
import { has } from '../lib/me.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';

/** Nobody waits for the person: because all is done, or because nothing has begun, which he is then told how to begin. */
export function NothingToDo({ me }: { me: Me }) {
  const years = useCases({ kind: 'year' });
  const { text, hint, isToOpen } = firstStepsOf(me);
  return (
    <QueryView
      query={years}
      isEmpty={(list) => list.length === 0}
      empty={
        <EmptyView
          text={text}
          hint={hint}
          {...(isToOpen ? { action: <LinkButton to={paths.year}>去建立年度</LinkButton> } : {})}
        />
      }
    >
      {() => <EmptyView text={emptyText(me)} hint="有新的事项时会自动出现在这里。" />}
    </QueryView>
  );
}

/** Above it members have their sitting, and what they may sign or confirm. */
function emptyText(me: Me): string {
  return has(me, 'member', 'chairperson') ? '没有其他要您办理的事项' : '目前没有您要办理的事项';
}

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ComponentType, ReactNode } from 'react';
import { Link, Navigate } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import { exportMyTasks, type TaskFilter, tasksShown } from '../../contract/task-list.ts';
import { listMyTasks, type TaskView } from '../../contract/tasks.ts';
import { isAdministrator } from '../../domain/organisation/actor.ts';
import { fillsInFor } from '../../domain/procedure/performers.ts';
import { paths } from '../app/paths.ts';
import { type Address, useAddress } from '../lib/address.ts';
import { call, download } from '../lib/client.ts';
import { dateWithWeekday, todayInChina } from '../lib/formats.ts';
import { has, isOnlyDeputy, useMe } from '../lib/me.ts';
import { useRemindersOf } from '../lib/reminders.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { ChooseField, FilterBar, FindField } from '../ui/list-filters.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { useIsPrinting } from '../ui/use-is-printing.ts';
import { TaskItem } from './task-item.tsx';
import './tasks.css';
import { NothingToDo } from './nothing-to-do.tsx';
import { Unfinished } from './unfinished.tsx';
import { useTaskReasons } from './use-task-reasons.ts';
import { VisitsAhead } from './visits-ahead.tsx';

/** What a chairperson confirms and what a member sits in: of other features, shown before everything else. */
export type Meetings = ComponentType<{ me: Me; decisions: number }>;

const groups = [
  { state: 'overdue', title: '已逾期', hint: '期限已过，办理时请写明理由', shows: 50 },
  { state: 'due-soon', title: '七日内到期', hint: '', shows: 50 },
  { state: 'ready', title: '待办理', hint: '前面的步骤已经完成', shows: 8 },
  { state: 'waiting', title: '等待前面的步骤', hint: '完成后自动转为待办理', shows: 4 },
] as const satisfies readonly { state: TaskView['state']; title: string; hint: string; shows: number }[];

/** What I must do, by when, and why; each opens its act. */
export function MyWorkPage({ Meetings }: { Meetings: Meetings }) {
  const me = useMe();
  const tasks = useQuery({
    queryKey: ['tasks', 'mine'],
    queryFn: () => call(listMyTasks, { query: { limit: listLimit } }),
  });
  const address = useAddress();
  const filter = filterOf(address);
  const reasonOfTask = useTaskReasons(me.data?.tenantId);
  const remindersOf = useRemindersOf(me.data);
  const person = me.data;
  if (person === undefined) return null;
  if (isOnlyDeputy(person)) return <Navigate to={paths.deputies} replace />;
  if (isAdministrator(person)) return <AdministratorWelcome />;
  return (
    <>
      <PageHeader
        title="我的工作"
        lead={`${person.personName}，今天是${dateWithWeekday(todayInChina())}。`}
        actions={
          tasks.data === undefined || tasks.data.tasks.length === 0 ? null : (
            <ExportButton ask={() => download(exportMyTasks, { query: filter })} />
          )
        }
      />
      <QueryView query={tasks}>
        {({ tasks: list, packagesToSign, decisionsToConfirm }) => (
          <>
            {has(person, 'member', 'chairperson') ? <Meetings me={person} decisions={decisionsToConfirm} /> : null}
            <Waiting packages={packagesToSign} />
            <VisitsAhead me={person} />
            <Unfinished />
            {list.length === 0 ? (
              <NothingToDo me={person} />
            ) : (
              <Tasks
                tasks={list}
                address={address}
                isWatching={watchesOnly(person)}
                render={(task) => (
                  <TaskItem
                    task={task}
                    me={person}
                    reason={reasonOfTask(task)}
                    reminders={remindersOf({ ...task, tenantId: person.tenantId })}
                  />
                )}
              />
            )}
          </>
        )}
      </QueryView>
    </>
  );
}

function filterOf(address: Address): TaskFilter {
  return { text: address.value('text'), caseId: address.value('case'), sort: address.value('sort') };
}

/** So many are seen at a glance; what narrows them would stand in their way. */
const fewTasks = 8;
/** So many are listed; whoever has more takes them as a spreadsheet. */
const listLimit = 200;

/** All that is to be done, by how near it is; each part of a long list is unfolded by itself. */
function Tasks(props: {
  tasks: readonly TaskView[];
  address: Address;
  isWatching: boolean;
  render: (task: TaskView) => ReactNode;
}) {
  const { tasks, address, isWatching, render } = props;
  const shown = tasksShown(tasks, filterOf(address));
  return (
    <>
      {tasks.length <= fewTasks ? null : <Filters address={address} tasks={tasks} />}
      {tasks.length < listLimit ? null : (
        <p className="quiet">{`只列出最先到期的${listLimit}项，全部工作请导出表格查看。`}</p>
      )}
      {shown.length > 0 ? null : <EmptyView text="没有符合条件的工作" />}
      {groups.map((group) => (
        <Group
          key={group.state}
          group={isWatching ? { ...group, shows: group.shows > 8 ? group.shows : 0 } : group}
          tasks={shown.filter((task) => task.state === group.state)}
          address={address}
          render={render}
        />
      ))}
    </>
  );
}

function Filters({ address, tasks }: { address: Address; tasks: readonly TaskView[] }) {
  const cases = new Map(tasks.map(({ caseId, caseName }) => [caseId, caseName] as const));
  return (
    <FilterBar
      address={address}
      label="筛选工作"
      names={['text', 'case']}
      orders={{
        asGiven: '按期限',
        others: [
          { value: 'case', label: '按事项' },
          { value: 'title', label: '按工作' },
        ],
        always: true,
      }}
    >
      <FindField address={address} title="工作或事项" />
      <ChooseField
        address={address}
        name="case"
        title="全部事项"
        choices={[...cases].map(([value, label]) => ({ value, label }))}
      />
    </FilterBar>
  );
}

/** A chairperson who fills in nothing watches the council's steps: what is late or near stands open, the rest is folded. */
function watchesOnly({ roles }: Me): boolean {
  return roles.includes('chairperson') && !fillsInFor(roles, 'council-of-chairpersons');
}

function Group(props: {
  group: Omit<(typeof groups)[number], 'shows'> & { shows: number };
  tasks: readonly TaskView[];
  address: Address;
  render: (task: TaskView) => ReactNode;
}) {
  const { group, tasks, address, render } = props;
  const opened = address.value('open')?.split(' ') ?? [];
  const isOpen = opened.includes(group.state);
  const isPrinting = useIsPrinting();
  const shown = isOpen || isPrinting ? tasks : tasks.slice(0, group.shows);
  if (tasks.length === 0) return null;
  return (
    <section className="task-group" aria-labelledby={`group-${group.state}`}>
      <h2 id={`group-${group.state}`}>
        {group.title}
        <span className="task-count">{tasks.length}项</span>
        {group.hint === '' ? null : <small>{group.hint}</small>}
      </h2>
      <ul className="tasks" hidden={shown.length === 0}>
        {shown.map((task) => (
          <li key={`${task.caseId}/${task.stepKey}`} className={`task task-${task.state}`}>
            {render(task)}
          </li>
        ))}
      </ul>
      {shown.length === tasks.length ? null : (
        <Button type="link" onClick={() => address.change({ open: [...opened, group.state].join(' ') })}>
          {shown.length === 0 ? `显示${tasks.length}项` : `显示另外${tasks.length - shown.length}项`}
        </Button>
      )}
    </section>
  );
}

function Waiting({ packages }: { packages: number }) {
  if (packages === 0) return null;
  return (
    <ul className="waiting-list">
      <li>
        <Link to={paths.packages}>
          <Icon name="bell" size={18} />
          {packages}件报送件待签收
          <Icon name="next" />
        </Link>
      </li>
    </ul>
  );
}

function AdministratorWelcome() {
  return (
    <>
      <PageHeader title="我的工作" />
      <EmptyView
        text="管理员不办理监督工作"
        hint="系统、安全、审计三类管理员分别履行管理职责。"
        action={<Link to={paths.admin}>进入系统管理</Link>}
      />
    </>
  );
}

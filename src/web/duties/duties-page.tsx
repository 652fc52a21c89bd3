import { Button } from 'antd';
import { useState } from 'react';
import { dutiesShown } from '../../contract/duty-list.ts';
import { exportLeaderDuties, type LeaderDutyView } from '../../contract/leader-duties.ts';
import { checkDutyKeeper } from '../../domain/organisation/leader-duty.ts';
import { paths } from '../app/paths.ts';
import { type Address, useAddress } from '../lib/address.ts';
import { download } from '../lib/client.ts';
import { todayInChina } from '../lib/formats.ts';
import { useLeaderDuties } from '../lib/leader-duties.ts';
import { type PeopledLinkage, usePeopledLinkage } from '../lib/linkage.ts';
import { actorOf, useMe } from '../lib/me.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { ChooseField, DayField, FilterBar } from '../ui/list-filters.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { DutyFiles } from './duty-files.tsx';
import { DutyForm } from './duty-form.tsx';
import { dutyPeopleOf } from './duty-people.ts';
import { OwnDuties, ToldDuties } from './duty-tables.tsx';
import './duties.css';

/** Days on which leaders are bound elsewhere, so that no sitting, visit or plan is put on them (S1.3, S2.4). */
export function DutiesPage() {
  const linkage = usePeopledLinkage();
  const me = useMe().data;
  return (
    <>
      <PageHeader
        title="领导其他公务"
        crumbs={[{ title: '年度安排', to: paths.year }]}
        lead="登记本级领导出差、会议、学习等不能参加联动监督工作的日期；拟定计划、排定调研行程和年度安排时据此提醒。登记的事项只供本级查看。"
      />
      {me === undefined ? null : (
        <QueryView query={linkage}>{(known) => <Register me={actorOf(me)} linkage={known} />}</QueryView>
      )}
    </>
  );
}

type Reader = ReturnType<typeof actorOf>;

function Register({ me, linkage }: { me: Reader; linkage: PeopledLinkage }) {
  const address = useAddress();
  const today = todayInChina();
  const person = address.value('person');
  const period = { from: address.value('from') ?? today, until: address.value('until') };
  const duties = useLeaderDuties(period);
  const [edits, setEdits] = useState<LeaderDutyView | 'new'>();
  const people = dutyPeopleOf(linkage.organisation, me, today, person);
  const keeps = checkDutyKeeper(me).length === 0;
  return (
    <>
      <Filters address={address} people={people} />
      <div className="duty-deeds">
        {keeps ? (
          <Button type="primary" onClick={() => setEdits('new')}>
            登记公务
          </Button>
        ) : null}
        <ExportButton ask={() => download(exportLeaderDuties, { query: { ...period, person } })} />
        {keeps ? <DutyFiles /> : null}
      </div>
      <QueryView query={duties}>
        {({ own, told }) => {
          const mine = dutiesShown(own, { person });
          return (
            <>
              {mine.length === 0 ? (
                <EmptyView
                  text={person === undefined ? '这段时间没有登记的公务' : '这段时间此人没有登记的公务'}
                  hint="默认显示今天及以后的公务；要查看以前的，请选择起始日期。"
                />
              ) : (
                <OwnDuties duties={mine} level={me.level} keeps={keeps} onEdit={setEdits} />
              )}
              {me.level === 'city' ? (
                <ToldDuties duties={dutiesShown(told, { person })} filter={{ ...period, person }} />
              ) : null}
            </>
          );
        }}
      </QueryView>
      {edits === undefined ? null : (
        <DutyForm
          duty={edits === 'new' ? undefined : edits}
          people={people}
          personId={person}
          level={me.level}
          onClose={() => setEdits(undefined)}
        />
      )}
    </>
  );
}

function Filters({ address, people }: { address: Address; people: readonly { value: string; label: string }[] }) {
  return (
    <FilterBar address={address} label="筛选公务" names={['person', 'from', 'until']}>
      <ChooseField address={address} name="person" title="人员" choices={[...people]} />
      <DayField address={address} name="from" title="自" />
      <DayField address={address} name="until" title="至" />
    </FilterBar>
  );
}

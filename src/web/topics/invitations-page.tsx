import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useParams } from 'react-router';
import { type InvitationView, listInvitations, makeAttendanceCode } from '../../contract/deputies.ts';
import { exportInvitations } from '../../contract/deputy-exports.ts';
import {
  attendanceNames,
  type InvitationFilter,
  invitationAnswerNames,
  invitationFilter,
  invitationsShown,
} from '../../contract/invitation-list.ts';
import type { Me } from '../../contract/sign-in.ts';
import {
  activityNames,
  checkCodeDay,
  checkCodeMaker,
  invitationOutcomeNames,
} from '../../domain/safeguards/invitation.ts';
import { paths } from '../app/paths.ts';
import { type Address, oneOf, useAddress } from '../lib/address.ts';
import { useCase } from '../lib/cases.ts';
import { call, download } from '../lib/client.ts';
import { dateText, dateWithWeekday, momentText, todayInChina } from '../lib/formats.ts';
import { actorOf, useMe } from '../lib/me.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { ChooseField, choicesOf, FilterBar, FindField } from '../ui/list-filters.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import './topics.css';

/** S5.4: whom the body has invited to what, who answered and who came; the office shows the code there. */
export function InvitationsPage() {
  const { caseId = '' } = useParams();
  const me = useMe();
  const loaded = useCase(caseId);
  return (
    <QueryView query={loaded} isPage>
      {({ view }) => (
        <>
          <PageHeader title="邀请代表" crumbs={[{ title: view.name, to: paths.caseOf(caseId) }]} />
          {me.data === undefined ? null : <Invitations me={me.data} caseId={caseId} />}
        </>
      )}
    </QueryView>
  );
}

function Invitations({ me, caseId }: { me: Me; caseId: string }) {
  const invitations = useQuery({
    queryKey: ['case', caseId, 'invitations'],
    queryFn: async () => (await call(listInvitations, { params: { caseId } })).invitations,
  });
  return (
    <QueryView query={invitations} isEmpty={(list) => list.length === 0} empty={<EmptyView text="还没有邀请代表" />}>
      {(list) => <Roster me={me} caseId={caseId} invitations={list} />}
    </QueryView>
  );
}

type OfCase = { me: Me; caseId: string };

/** The invited of every invitation, found and narrowed as the address says. */
function Roster({ me, caseId, invitations }: OfCase & { invitations: readonly InvitationView[] }) {
  const address = useAddress();
  const filter = filterIn(address);
  const found = invitationsShown(invitations, filter);
  const sum = found.reduce((all, { shown }) => all + shown.length, 0);
  return (
    <>
      <FilterBar address={address} label="筛选邀请的代表" names={['text', 'answer', 'attendance']}>
        <FindField address={address} title="代表姓名" />
        <ChooseField address={address} name="answer" title="答复" choices={choicesOf(invitationAnswerNames)} />
        <ChooseField address={address} name="attendance" title="签到" choices={choicesOf(attendanceNames)} />
      </FilterBar>
      <div className="list-count">
        <p role="status">{`共${sum}人次`}</p>
        <ExportButton ask={() => download(exportInvitations, { params: { caseId }, query: filter })} />
      </div>
      {found.length === 0 ? (
        <EmptyView text="没有符合条件的代表" hint="可以放宽或清除筛选条件。" />
      ) : (
        found.map(({ invitation, shown }) => (
          <Invitation key={invitation.id} me={me} caseId={caseId} invitation={invitation} shown={shown} />
        ))
      )}
    </>
  );
}

function filterIn(address: Address): InvitationFilter {
  return {
    text: address.value('text'),
    answer: oneOf(invitationFilter.shape.answer.unwrap().options, address.value('answer')),
    attendance: oneOf(invitationFilter.shape.attendance.unwrap().options, address.value('attendance')),
  };
}

function Invitation(props: OfCase & { invitation: InvitationView; shown: readonly Invited[] }) {
  const { me, caseId, invitation, shown } = props;
  const { id, activity, day, text, on, codeOn } = invitation;
  const title = `${activityNames[activity]}${day === null ? '' : `，${dateWithWeekday(day)}`}`;
  return (
    <section className="section" aria-labelledby={`${id} ${id}-text`}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        <Code me={me} caseId={caseId} invitation={invitation} />
      </div>
      <p id={`${id}-text`}>{text}</p>
      <p className="invitation-sum">
        {dateText(on)}邀请；{sumOf(invitation)}
        {codeOn === null ? '' : `；已出示${dateText(codeOn)}有效的签到码`}
      </p>
      <DataTable
        caption={`${title}邀请的代表：${text}`}
        columns={columns}
        rows={shown}
        rowKey={(row) => row.personId}
      />
    </section>
  );
}

type Invited = InvitationView['invited'][number];

const columns: readonly Column<Invited>[] = [
  { key: 'name', title: '代表', isHeading: true, width: '6rem', render: ({ name }) => name },
  { key: 'answer', title: '答复', width: '8rem', render: (row) => <Answer row={row} /> },
  { key: 'reason', title: '理由', render: ({ reason }) => (reason === '' ? '—' : reason) },
  {
    key: 'came',
    title: '签到',
    width: '12rem',
    render: ({ cameAt }) =>
      cameAt === null ? <StateTag tone="waiting" text="未签到" /> : <StateTag tone="done" text={momentText(cameAt)} />,
  },
];

function Answer({ row: { outcome } }: { row: Invited }) {
  if (outcome === null) return <StateTag tone="waiting" text="未答复" />;
  return <StateTag tone={outcome === 'accepted' ? 'ready' : 'off'} text={invitationOutcomeNames[outcome]} />;
}

function sumOf({ invited }: InvitationView): string {
  const count = (wanted: (row: Invited) => boolean) => invited.filter(wanted).length;
  return [
    `共${invited.length}人`,
    `参加${count(({ outcome }) => outcome === 'accepted')}人`,
    `不能参加${count(({ outcome }) => outcome === 'declined')}人`,
    `未答复${count(({ outcome }) => outcome === null)}人`,
    `签到${count(({ cameAt }) => cameAt !== null)}人`,
  ].join('，');
}

/** The code stands on the screen once, large enough for a room. */
function Code({ me, caseId, invitation }: OfCase & { invitation: InvitationView }) {
  const client = useQueryClient();
  const show = useMutation({
    mutationFn: () => call(makeAttendanceCode, { params: { caseId, invitationId: invitation.id } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['case', caseId, 'invitations'] }),
  });
  const day = invitation.day === null ? {} : { day: invitation.day };
  const refusals = [...checkCodeMaker(actorOf(me)), ...checkCodeDay(day, todayInChina())];
  if (refusals.length > 0) return null;
  return (
    <>
      <Button loading={show.isPending} onClick={() => show.mutate()}>
        {invitation.codeOn === null ? '出示签到码' : '重新出示签到码'}
      </Button>
      <Modal title="签到码" open={show.data !== undefined} footer={null} onCancel={() => show.reset()}>
        {show.data === undefined ? null : (
          <>
            <p className="attendance-code">{show.data.code}</p>
            <p>
              {dateWithWeekday(show.data.validOn)}
              有效，请代表在手机上的“代表履职”中输入。签到码只在这里显示，关闭后可以重新出示，先前的随即失效。
            </p>
          </>
        )}
      </Modal>
      <ProblemAlert error={show.error} />
    </>
  );
}

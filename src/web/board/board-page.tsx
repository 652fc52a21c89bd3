import { Checkbox, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { hasColumn, hasRow } from '../../contract/board-list.ts';
import { exportBoard } from '../../contract/case-exports.ts';
import type { Me } from '../../contract/sign-in.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { paths } from '../app/paths.ts';
import { oneOf, useAddress } from '../lib/address.ts';
import { useCases } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import { deriveCase } from '../lib/derived-case.ts';
import { firstStepsOf } from '../lib/first-steps.ts';
import { dateText, todayInChina } from '../lib/formats.ts';
import { type Linkage, useLinkage } from '../lib/linkage.ts';
import { useMe } from '../lib/me.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { BoardCards } from './board-cards.tsx';
import { boardOf } from './board-rows.ts';
import { BoardTable } from './board-table.tsx';
import type { OpenedCell } from './cell.tsx';
import { CellDrawer } from './cell-drawer.tsx';
import { Legend } from './legend.tsx';
import { Overview } from './overview.tsx';
import './board.css';

/** Where every body stands: in one topic step by step, or over all topics at a glance. */
export function BoardPage() {
  const { caseId } = useParams();
  const me = useMe();
  const cases = useCases({});
  const linkage = useLinkage();
  return (
    <QueryView query={linkage}>
      {(facts) => (
        <>
          <PageHeader title="联动看板" lead="各方进程，不含尚未报送的内容。点开任一格查看日期依据或办理。" />
          <QueryView
            query={cases}
            isEmpty={(list) => list.every((view) => view.kind === 'session')}
            empty={me.data === undefined ? null : <NoYear me={me.data} />}
          >
            {(list) =>
              me.data === undefined ? null : <Content me={me.data} cases={list} linkage={facts} caseId={caseId} />
            }
          </QueryView>
        </>
      )}
    </QueryView>
  );
}

function NoYear({ me }: { me: Me }) {
  const { text, hint, isToOpen } = firstStepsOf(me);
  return (
    <EmptyView
      text={text}
      hint={hint}
      {...(isToOpen ? { action: <LinkButton to={paths.year}>去建立年度</LinkButton> } : {})}
    />
  );
}

function Content(props: { me: Me; cases: readonly CaseView[]; linkage: Linkage; caseId: string | undefined }) {
  const { me, cases, linkage, caseId } = props;
  const navigate = useNavigate();
  const boards = cases.filter((view) => view.kind !== 'session').toSorted((one, other) => other.year - one.year);
  const chosen = boards.find((view) => view.id === caseId);
  return (
    <>
      <div className="board-bar">
        <Select
          aria-label="选择议题或年度"
          className="board-select"
          value={chosen?.id ?? 'all'}
          onChange={(id) => void navigate(id === 'all' ? paths.board : paths.boardOf(id))}
          options={[
            { value: 'all', label: '全部议题' },
            ...boards.map((view) => ({
              value: view.id,
              label: view.kind === 'year' ? view.name : `${view.year}年 ${view.name}`,
            })),
          ]}
        />
      </div>
      {chosen === undefined ? (
        <Overview cases={boards} linkage={linkage} me={me} />
      ) : (
        <OneCase key={chosen.id} me={me} view={chosen} linkage={linkage} />
      )}
    </>
  );
}

function OneCase({ me, view, linkage }: { me: Me; view: CaseView; linkage: Linkage }) {
  const isPhone = useIsPhone();
  const address = useAddress();
  const usual = me.kind === 'body' ? 'hidden' : 'shown';
  const organs = oneOf(['shown', 'hidden'], address.value('organs')) ?? usual;
  const optional = oneOf(['shown'], address.value('optional')) ?? 'hidden';
  const turn = (name: string, isOn: boolean, initially: string) => {
    const said = isOn ? 'shown' : 'hidden';
    address.change({ [name]: said === initially ? undefined : said });
  };
  const [opened, setOpened] = useState<OpenedCell>();
  const board = useMemo(() => {
    const derived = deriveCase(view, linkage, todayInChina());
    const obligations = derived.obligations.filter((obligation) => hasColumn(obligation, { optional }));
    return boardOf(view, { ...derived, obligations }, (track) => hasRow(track, { organs }));
  }, [view, linkage, organs, optional]);
  return (
    <>
      <p className="print-only board-printed">
        {view.name}，{dateText(todayInChina())}
      </p>
      <div className="board-bar">
        <Legend />
        <span className="board-filters">
          {view.kind === 'topic' ? (
            <Checkbox checked={organs === 'shown'} onChange={(event) => turn('organs', event.target.checked, usual)}>
              显示机关
            </Checkbox>
          ) : null}
          <Checkbox
            checked={optional === 'shown'}
            onChange={(event) => turn('optional', event.target.checked, 'hidden')}
          >
            显示可选步骤
          </Checkbox>
          <ExportButton
            ask={() => download(exportBoard, { params: { caseId: view.id }, query: { organs, optional } })}
          />
        </span>
      </div>
      {isPhone ? (
        <BoardCards me={me} view={view} board={board} onOpen={setOpened} />
      ) : (
        <BoardTable me={me} view={view} board={board} onOpen={setOpened} />
      )}
      <CellDrawer opened={opened} me={me} view={view} onClose={() => setOpened(undefined)} />
    </>
  );
}

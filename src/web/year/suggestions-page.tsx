import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import type { CandidateView } from '../../contract/suggestions.ts';
import { checkMerger, proposalsOf } from '../../domain/topic/candidate.ts';
import { listedSuggestions } from '../../domain/topic/suggestion-list.ts';
import { topicDomainNames } from '../../domain/topic/topic.ts';
import { paths } from '../app/paths.ts';
import { type Address, useAddress } from '../lib/address.ts';
import { type LoadedCase, useCase } from '../lib/cases.ts';
import { type Linkage, useLinkage } from '../lib/linkage.ts';
import { useMe } from '../lib/me.ts';
import { DataTable } from '../ui/data-table.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { CandidateForm } from './candidate-form.tsx';
import { Candidates } from './candidates.tsx';
import { SuggestionFilters } from './suggestion-filters.tsx';
import { authorNames, chosenRows, rowsOf, type SuggestionRow } from './suggestion-rows.ts';
import { useCandidateChanges, useCandidates, useGroups } from './suggestions-api.ts';
import { useFits } from './use-pinyin.ts';
import './suggestions.css';

const pageSize = 50;

/** What the year's solicitation brought in, and the candidate topics an office makes of it (S1.1, S1.2). */
export function SuggestionsPage() {
  const { caseId = '' } = useParams();
  const me = useMe();
  const loaded = useCase(caseId);
  const linkage = useLinkage();
  const candidates = useCandidates(caseId);
  return (
    <QueryView query={me}>
      {(person) => (
        <QueryView query={loaded} isPage>
          {(found) => (
            <QueryView query={linkage}>
              {(facts) => (
                <QueryView query={candidates}>
                  {(merged) => <Suggestions me={person} loaded={found} linkage={facts} candidates={merged} />}
                </QueryView>
              )}
            </QueryView>
          )}
        </QueryView>
      )}
    </QueryView>
  );
}

type Shown = { me: Me; loaded: LoadedCase; linkage: Linkage; candidates: readonly CandidateView[] };

function Suggestions({ me, loaded, linkage, candidates }: Shown) {
  const { view, state } = loaded;
  const address = useAddress();
  const listed = state === null ? [] : listedSuggestions(state.year, linkage.organisation);
  const mayMerge = checkMerger(me).length === 0;
  const topics = proposalsOf(candidates, listed);
  return (
    <>
      <PageHeader
        title="建议和候选议题"
        crumbs={[{ title: view.name, to: paths.caseOf(view.id) }]}
        lead="相近的建议合并为候选议题，建议人予以保留；候选议题经“提出初步建议”进入会商。"
        actions={
          <>
            {mayMerge ? <LinkButton to={paths.act(view.id, 'register-suggestion')}>登记建议</LinkButton> : null}
            {mayMerge && topics.length > 0 ? (
              <LinkButton
                type="primary"
                to={paths.act(view.id, 'propose-preliminary-list')}
                state={{ payload: { topics } }}
              >
                提出初步建议
              </LinkButton>
            ) : null}
          </>
        }
      />
      {listed.length === 0 ? (
        <EmptyView text="还没有征集到建议" hint="开展议题征集后，登记和签收的建议显示在这里。" />
      ) : (
        <>
          <h2>候选议题</h2>
          <Candidates caseId={view.id} candidates={candidates} listed={listed} mayMerge={mayMerge} />
          <h2>建议</h2>
          <List caseId={view.id} rows={rowsOf(listed, candidates)} address={address} mayMerge={mayMerge} />
        </>
      )}
    </>
  );
}

type ListProps = { caseId: string; rows: readonly SuggestionRow[]; address: Address; mayMerge: boolean };

function List({ caseId, rows, address, mayMerge }: ListProps) {
  const text = address.value('text') ?? '';
  const fits = useFits(text);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { domain, author, standing, sort } = valuesOf(address);
  const shown = chosenRows(rows, { text, domain, author, standing, sort: sort ?? '' }, fits);
  const toggle = (ids: readonly string[], on: boolean) =>
    setChosen((before) => [...before.filter((id) => !ids.includes(id)), ...(on ? ids : [])]);
  const choosing = mayMerge ? { chosen, toggle } : undefined;
  return (
    <>
      <SuggestionFilters address={address} />
      <div className="list-count">
        <p role="status">{`共${shown.length}条${chosen.length === 0 ? '' : `，已选${chosen.length}条`}`}</p>
        {mayMerge ? (
          <Merge caseId={caseId} rows={rows.filter(({ id }) => chosen.includes(id))} onDone={() => setChosen([])} />
        ) : null}
      </div>
      <Grouped caseId={caseId} rows={shown} address={address} choosing={choosing} />
    </>
  );
}

function valuesOf(address: Address) {
  const value = (name: string) => address.value(name);
  return { domain: value('domain'), author: value('author'), standing: value('standing'), sort: value('sort') };
}

type Choosing = { chosen: readonly string[]; toggle: (ids: readonly string[], on: boolean) => void } | undefined;
type GroupedProps = { caseId: string; rows: readonly SuggestionRow[]; address: Address; choosing: Choosing };

function Grouped({ caseId, rows, address, choosing }: GroupedProps) {
  const asked = address.value('places');
  const places = asked === 'across' || asked === 'apart' ? asked : undefined;
  const groups = useGroups(caseId, places);
  if (places === undefined) {
    const from = (address.page - 1) * pageSize;
    return (
      <>
        <Rows caption="本年度建议" rows={rows.slice(from, from + pageSize)} choosing={choosing} />
        <ListPages page={address.page} pageSize={pageSize} total={rows.length} onTurn={address.turnTo} />
      </>
    );
  }
  return (
    <QueryView query={groups} isEmpty={(list) => list.length === 0} empty={<EmptyView text="没有相近的建议" />}>
      {(list) => {
        const shown = list
          .map((group) => ({ ...group, rows: rows.filter(({ id }) => group.ids.includes(id)) }))
          .filter((group) => group.rows.length > 1);
        return shown.map((group) => (
          <section key={group.ids.join(' ')} className="suggestion-group">
            <div className="list-count">
              <h3>{`${group.words.join('、')}（${group.rows.length}条）`}</h3>
              <span>{group.places.join('、')}</span>
              {choosing === undefined ? null : (
                <Button
                  onClick={() =>
                    choosing.toggle(
                      group.rows.filter(({ candidate }) => candidate === undefined).map(({ id }) => id),
                      true,
                    )
                  }
                >
                  选中这一组
                </Button>
              )}
            </div>
            <Rows caption={`相近的建议：${group.words.join('、')}`} rows={group.rows} choosing={choosing} />
          </section>
        ));
      }}
    </QueryView>
  );
}

function Rows({ caption, rows, choosing }: { caption: string; rows: readonly SuggestionRow[]; choosing: Choosing }) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'title',
          title: '建议',
          isHeading: true,
          render: (row) =>
            choosing === undefined ? (
              row.title
            ) : (
              <Checkbox
                checked={choosing.chosen.includes(row.id)}
                disabled={row.candidate !== undefined}
                onChange={(event) => choosing.toggle([row.id], event.target.checked)}
              >
                {row.title}
              </Checkbox>
            ),
        },
        { key: 'author', title: '建议人', render: (row) => `${row.author.name}（${authorNames[row.author.kind]}）` },
        { key: 'domain', title: '领域', render: (row) => topicDomainNames[row.domain] },
        { key: 'candidate', title: '候选议题', render: (row) => row.candidate?.title ?? '—' },
      ]}
    />
  );
}

function Merge({ caseId, rows, onDone }: { caseId: string; rows: readonly SuggestionRow[]; onDone: () => void }) {
  const { message } = App.useApp();
  const { merge, undo } = useCandidateChanges(caseId);
  const [isOpen, setOpen] = useState(false);
  const [first] = rows;
  const undoMade = (made: CandidateView) => (
    <>
      已合并为候选议题
      <Button type="link" onClick={() => undo.mutate(made, { onError: (error) => void message.error(error.message) })}>
        撤销
      </Button>
    </>
  );
  return (
    <>
      <Button type="primary" disabled={rows.length === 0} onClick={() => setOpen(true)}>
        合并为候选议题
      </Button>
      {isOpen && first !== undefined ? (
        <CandidateForm
          title="合并为候选议题"
          rows={rows}
          initial={{ title: first.title, domain: first.domain, reason: first.necessity }}
          error={merge.error}
          busy={merge.isPending}
          onClose={() => setOpen(false)}
          onSubmit={(value) =>
            merge.mutate(
              { ...value, suggestionIds: rows.map(({ id }) => id) },
              {
                onSuccess: (made) => {
                  setOpen(false);
                  onDone();
                  void message.success({ content: undoMade(made), duration: 8 });
                },
              },
            )
          }
        />
      ) : null}
    </>
  );
}

import { useMemo } from 'react';
import { useParams } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import type { CandidateView } from '../../contract/suggestions.ts';
import { exportCandidates } from '../../contract/year-exports.ts';
import { trackOf } from '../../domain/procedure/case.ts';
import { checkMerger, proposalsOf } from '../../domain/topic/candidate.ts';
import { plannedRowsOf } from '../../domain/topic/planned-rows.ts';
import { listedSuggestions } from '../../domain/topic/suggestion-list.ts';
import { suggestionRowsOf } from '../../domain/topic/suggestion-rows.ts';
import { paths } from '../app/paths.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { WithCase } from '../ui/with-case.tsx';
import { Candidates } from './candidates.tsx';
import { DomainSpread } from './domain-spread.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { useCandidates } from './suggestions-api.ts';
import './suggestions.css';

/** What the year's solicitation brought in, and the candidate topics an office makes of it (S1.1, S1.2). */
export function SuggestionsPage() {
  const { caseId = '' } = useParams();
  const candidates = useCandidates(caseId);
  return (
    <WithCase caseId={caseId}>
      {(shown) => (
        <QueryView query={candidates}>{(merged) => <Suggestions {...shown} candidates={merged} />}</QueryView>
      )}
    </WithCase>
  );
}

type Shown = { me: Me; loaded: LoadedCase; linkage: PeopledLinkage; candidates: readonly CandidateView[] };

function Suggestions({ me, loaded, linkage, candidates }: Shown) {
  const { view, state } = loaded;
  const listed = useMemo(
    () => (state === null ? [] : listedSuggestions(state.year, linkage.organisation)),
    [state, linkage.organisation],
  );
  const year = state?.year;
  const planned = year?.jointPlan?.topics ?? [];
  const rows = useMemo(
    () =>
      state === null
        ? []
        : suggestionRowsOf({
            ownId: me.tenantId,
            view,
            year: state.year,
            organisation: linkage.organisation,
            candidates,
          }),
    [me.tenantId, view, state, linkage.organisation, candidates],
  );
  const mayMerge = checkMerger(me).length === 0;
  const topics = proposalsOf(candidates, listed);
  // The city alone drafts the plan, once all of them have conferred.
  const hasConferred = trackOf(view, me.tenantId)?.done['record-consultation'] !== undefined;
  const isToPlan = mayMerge && me.level === 'city' && hasConferred && year?.jointPlan === null;
  // Without candidate topics the list that was proposed is what there is.
  const proposed = candidates.length > 0 ? candidates : (year?.preliminary ?? []);
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
            {isToPlan ? (
              <LinkButton
                to={paths.act(view.id, 'draft-joint-plan')}
                state={{ payload: { topics: plannedRowsOf(proposed, year) } }}
              >
                拟定计划建议方案
              </LinkButton>
            ) : null}
          </>
        }
      />
      {listed.length === 0 ? (
        <EmptyView text="还没有征集到建议" hint="开展议题征集后，登记和签收的建议显示在这里。" />
      ) : (
        <>
          <DomainSpread
            lists={[
              { name: '建议', rows: listed },
              ...(candidates.length === 0 ? [] : [{ name: '候选议题', rows: candidates }]),
              ...(planned.length === 0 ? [] : [{ name: '计划建议方案', rows: planned }]),
            ]}
          />
          <div className="section-head">
            <h2>候选议题</h2>
            {candidates.length === 0 ? null : (
              <ExportButton
                looks="link"
                about="候选议题"
                ask={() => download(exportCandidates, { params: { caseId: view.id } })}
              />
            )}
          </div>
          <Candidates caseId={view.id} candidates={candidates} listed={listed} mayMerge={mayMerge} />
          <h2 className="section-title">建议</h2>
          <SuggestionList loaded={loaded} rows={rows} candidates={candidates} mayMerge={mayMerge} />
        </>
      )}
    </>
  );
}

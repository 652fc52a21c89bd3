import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import { readsContents } from '../../domain/organisation/actor.ts';
import { type CaseView, trackOf } from '../../domain/procedure/case.ts';
import { listedSuggestions } from '../../domain/topic/suggestion-list.ts';
import type { YearState } from '../../domain/topic/year-state.ts';
import { paths } from '../app/paths.ts';
import { useCase } from '../lib/cases.ts';
import { deriveCase } from '../lib/derived-case.ts';
import { todayInChina } from '../lib/formats.ts';
import { type Linkage, usePeopledLinkage } from '../lib/linkage.ts';
import { actorOf } from '../lib/me.ts';
import { QueryView } from '../ui/states.tsx';
import { CallStandings } from './call-standings.tsx';
import { DomainSpread } from './domain-spread.tsx';
import { useCandidates } from './suggestions-api.ts';
import { YearPanels } from './year-panels.tsx';
import { YearSteps } from './year-steps.tsx';

type Props = { me: Me; view: CaseView; linkage: Linkage };

/** How the topics of a year come about: the steps with their dates, the calls, what they brought, what was made of it (S1.1–S1.6). */
export function YearCourse({ me, view, linkage }: Props) {
  const hasPart = trackOf(view, me.tenantId) !== undefined;
  const loaded = useCase(hasPart ? view.id : '');
  const derived = useMemo(() => deriveCase(view, linkage, todayInChina()), [view, linkage]);
  const state = loaded.data?.state ?? null;
  return (
    <>
      <YearSteps me={me} view={view} derived={derived} hasPart={hasPart} />
      <CallStandings me={me} loaded={{ view, state }} obligations={derived.obligations} />
      {state === null || state.year.solicitation === null ? null : (
        <p className="year-deeds">
          <Link to={paths.callOf(view.id)}>查看和打印本单位的征集公告</Link>
        </p>
      )}
      {state === null || me.kind !== 'body' || !readsContents(actorOf(me)) ? null : (
        <Brought caseId={view.id} year={state.year} />
      )}
      {loaded.data === undefined ? null : <YearPanels me={me} loaded={loaded.data} linkage={linkage} />}
    </>
  );
}

/** What the own call has brought, and how it spreads. */
function Brought({ caseId, year }: { caseId: string; year: YearState }) {
  const linkage = usePeopledLinkage();
  const candidates = useCandidates(caseId);
  return (
    <section className="year-part" aria-labelledby="brought-title">
      <QueryView query={linkage}>
        {({ organisation }) => (
          <QueryView query={candidates}>
            {(merged) => {
              const listed = listedSuggestions(year, organisation);
              const planned = year.jointPlan?.topics ?? [];
              return (
                <>
                  <div className="section-head">
                    <h2 id="brought-title">建议和候选议题</h2>
                    <Link to={paths.suggestionsOf(caseId)}>
                      建议{listed.length}条，候选议题{merged.length}个
                    </Link>
                  </div>
                  <DomainSpread
                    lists={[
                      { name: '建议', rows: listed },
                      ...(merged.length === 0 ? [] : [{ name: '候选议题', rows: merged }]),
                      ...(planned.length === 0 ? [] : [{ name: '计划建议方案', rows: planned }]),
                    ]}
                  />
                </>
              );
            }}
          </QueryView>
        )}
      </QueryView>
    </section>
  );
}

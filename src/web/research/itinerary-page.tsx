import { useParams } from 'react-router';
import { daysForward } from '../../domain/calendar/counting.ts';
import type { Itinerary } from '../../domain/research/itinerary.ts';
import { itineraryLimit } from '../../domain/research/itinerary-limit.ts';
import { paths } from '../app/paths.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { todayInChina } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { WithCase } from '../ui/with-case.tsx';
import { ItineraryEditor } from './itinerary-editor.tsx';
import { useItinerary } from './use-itinerary.ts';
import './research.css';

/** S2.4: visits of the joint research planned on calendar and county tiles, so that every county is covered. */
export function ItineraryPage() {
  const { caseId = '' } = useParams();
  return (
    <WithCase caseId={caseId}>
      {({ me, loaded, linkage }) => (
        <>
          <PageHeader
            title="调研行程"
            crumbs={[{ title: loaded.view.name, to: paths.caseOf(caseId) }]}
            lead="排定联合调研组到每一个县（市、区）实地调研的日期和带队人。行程是牵头委室的工作安排；排定以后告知各县（市、区），每一个县（市、区）只收到本级的安排。调研以后据此登记调研活动。"
          />
          <Planned loaded={loaded} linkage={linkage} cityId={me.bodyId} />
        </>
      )}
    </WithCase>
  );
}

function Planned({ loaded, linkage, cityId }: { loaded: LoadedCase; linkage: PeopledLinkage; cityId: string }) {
  const caseId = loaded.view.id;
  const itinerary = useItinerary(caseId);
  const team = loaded.state?.research.team ?? null;
  const limit = itineraryLimit(loaded.view, linkage, todayInChina());
  return (
    <QueryView query={itinerary}>
      {(found) =>
        team === null ? (
          <EmptyView
            text="还没有成立联合调研组"
            hint="联合调研组成立以后，从组长和成员中确定带队人，再排定行程。"
            action={
              <LinkButton type="primary" to={paths.act(caseId, 'form-research-team')}>
                成立联合调研组
              </LinkButton>
            }
          />
        ) : (
          <ItineraryEditor
            loaded={loaded}
            linkage={linkage}
            cityId={cityId}
            found={found}
            untouched={untouchedOf(team.leaderId, limit?.day)}
            limit={limit}
          />
        )
      }
    </QueryView>
  );
}

/** The next six weeks as far as they serve the report, the team's leader leading. */
function untouchedOf(leaderId: string, limit: string | undefined): Itinerary {
  const from = daysForward(todayInChina(), 7);
  const sixWeeks = daysForward(from, 41);
  const until = limit === undefined || limit < from || limit > sixWeeks ? sixWeeks : limit;
  return { from, until, perDay: 1, leaderIds: [leaderId], stops: [] };
}

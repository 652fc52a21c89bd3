import type { Me } from '../../contract/sign-in.ts';
import {
  type AdjustmentStanding,
  adjustmentStandingNames,
  adjustmentStandingOf,
} from '../../domain/topic/adjustment-standing.ts';
import { stanceNames } from '../../domain/topic/consultation.ts';
import { adjustmentTriggerNames } from '../../domain/topic/topic.ts';
import { describeChange } from '../../domain/topic/topic-change.ts';
import { paths } from '../app/paths.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { dateText, withDateWords } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { FactList } from '../ui/fact-list.tsx';
import { LinkButton } from '../ui/link-button.tsx';

type Props = { me: Me; loaded: LoadedCase; linkage: PeopledLinkage };

/** An adjustment that is under way, and those that have ended: what is proposed by whom and why, and where it stands (S1.7, S1.8). */
export function Adjustment({ me, loaded, linkage }: Props) {
  const { view, state } = loaded;
  if (state === null || me.kind !== 'body') return null;
  const { proposal, consulted, history } = state.adjustment;
  const standing = adjustmentStandingOf(view, state.adjustment);
  const nameOf = (id: string) => linkage.organisation.tenants.find((tenant) => tenant.id === id)?.shortName ?? '';
  const change = consulted?.change ?? proposal?.change;
  const own = consulted?.opinions.find(({ tenantId }) => tenantId === me.tenantId);
  const words = { view, organisation: linkage.organisation };
  if (standing === undefined && history.length === 0) return null;
  return (
    <>
      {standing === undefined || change === undefined ? null : (
        <FactList
          title="待办的议题调整"
          facts={[
            ['情况', standingText(standing)],
            ['调整内容', withDateWords(describeChange(change, words))],
            ['提出单位', proposal === null ? undefined : nameOf(proposal.fromTenantId)],
            ['调整缘由', proposal === null ? undefined : adjustmentTriggerNames[proposal.trigger]],
            ['理由', proposal?.reason],
            ['会商结论', consulted === null ? undefined : `${dateText(consulted.date)}：${consulted.conclusion}`],
            [
              '本单位意见',
              own === undefined
                ? undefined
                : `${stanceNames[own.stance]}${own.comment === '' ? '' : `：${own.comment}`}`,
            ],
            [
              '会商',
              <LinkButton key="consultation" to={paths.consultationOf(view.id)}>
                会商和各方意见
              </LinkButton>,
            ],
          ]}
        />
      )}
      {history.length === 0 ? null : (
        <FactList
          title="办结的议题调整"
          facts={history.map((one) => [
            dateText(one.on),
            one.outcome === 'applied' ? '已同步调整' : `不作调整：${one.reason}`,
          ])}
        />
      )}
    </>
  );
}

function standingText(standing: AdjustmentStanding): string {
  const name = adjustmentStandingNames[standing.state];
  if (standing.state !== 'deciding') return name;
  const waiting = standing.waiting.map(({ shortName }) => shortName).join('、');
  return `${name}：已同意${standing.agreed.length}个，尚待${waiting}`;
}

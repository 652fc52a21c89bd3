import type { Me } from '../../contract/sign-in.ts';
import type { LoadedCase } from '../lib/cases.ts';
import type { Linkage } from '../lib/linkage.ts';
import { Approvals } from './approvals.tsx';
import { JointPlan } from './joint-plan.tsx';
import './plan.css';

/** Where the year's joint plan stands before the topics are settled: the plan, and the councils that have to agree (S1.3, S1.4). */
export function YearPanels({ me, loaded, linkage }: { me: Me; loaded: LoadedCase; linkage: Linkage }) {
  return (
    <>
      <JointPlan loaded={loaded} linkage={linkage} />
      <Approvals me={me} loaded={loaded} />
    </>
  );
}

import type { Me } from '../../contract/sign-in.ts';
import type { LoadedCase } from '../lib/cases.ts';
import type { Linkage } from '../lib/linkage.ts';
import { Approvals } from './approvals.tsx';
import { ConsultationPanel } from './consultation-panel.tsx';
import { JointPlan } from './joint-plan.tsx';
import './plan.css';

/** What leads to the year's topics: the conferring, the joint plan, and the councils that have to agree (S1.3, S1.4). */
export function YearPanels({ me, loaded, linkage }: { me: Me; loaded: LoadedCase; linkage: Linkage }) {
  return (
    <>
      <ConsultationPanel me={me} loaded={loaded} />
      <JointPlan loaded={loaded} linkage={linkage} />
      <Approvals me={me} loaded={loaded} />
    </>
  );
}

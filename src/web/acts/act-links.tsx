import { paths } from '../app/paths.ts';
import { LinkButton } from '../ui/link-button.tsx';

/** Where to go on from an act that cannot be taken now. */
export function ActLinks({ caseId }: { caseId: string }) {
  return (
    <p className="act-links">
      <LinkButton to={paths.actsOf(caseId)}>我在这一事项中的办理</LinkButton>
      <LinkButton to={paths.caseOf(caseId)}>查看事项</LinkButton>
    </p>
  );
}

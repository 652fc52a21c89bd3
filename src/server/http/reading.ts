import { type Actor, isAdministrator, readsContents } from '../../domain/organisation/actor.ts';
import { ForbiddenError } from '../errors.ts';

/** Deputies and administrators see progress, not the papers of the tenant. */
export function mustReadContents(actor: Actor): void {
  if (!readsContents(actor)) throw new ForbiddenError('contents/not-yours', '您的角色不能查看本单位的办理内容。');
}

/** Supervision is not an administrator's to follow: neither contents nor how far anybody is (SEC-03). */
export function mustTakePart(actor: Actor): void {
  if (!isAdministrator(actor)) return;
  throw new ForbiddenError('progress/administrators', '管理员只管系统，不查看监督工作的内容和进度（SEC-03）。');
}

/** A party office reads what was sent to it: what the bodies are at is not its to follow (S5.1). Nor is it an administrator's. */
export function mustFollowProgress(actor: Actor): void {
  mustTakePart(actor);
  if (actor.kind !== 'party-office') return;
  throw new ForbiddenError(
    'progress/not-yours',
    '党委办公室查阅报送给本单位的内容，请到“报送件”中查看；各单位的办理进度由人大常委会掌握。',
  );
}

import { type Actor, readsContents } from '../../domain/organisation/actor.ts';
import { ForbiddenError } from '../errors.ts';

/** Deputies and administrators see progress, not the papers of the tenant. */
export function mustReadContents(actor: Actor): void {
  if (!readsContents(actor)) throw new ForbiddenError('contents/not-yours', '您的角色不能查看本单位的办理内容。');
}

/** A party office reads what was sent to it: what the bodies are at is not its to follow (S5.1). */
export function mustFollowProgress(actor: Actor): void {
  if (actor.kind !== 'party-office') return;
  throw new ForbiddenError(
    'progress/not-yours',
    '党委办公室查阅报送给本单位的内容，请到“报送件”中查看；各单位的办理进度由人大常委会掌握。',
  );
}

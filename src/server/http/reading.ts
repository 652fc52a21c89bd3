import { type Actor, readsContents } from '../../domain/organisation/actor.ts';
import { ForbiddenError } from '../errors.ts';

/** Deputies and administrators see progress, not the papers of the tenant. */
export function mustReadContents(actor: Actor): void {
  if (!readsContents(actor)) throw new ForbiddenError('contents/not-yours', '您的角色不能查看本单位的办理内容。');
}

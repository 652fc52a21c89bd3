import type { ReactNode } from 'react';
import { atEachVisit, type LoadedCase, useCase } from '../lib/cases.ts';
import { type PeopledLinkage, usePeopledLinkage } from '../lib/linkage.ts';
import { useMe } from '../lib/me.ts';
import { QueryView } from './states.tsx';

type Person = NonNullable<ReturnType<typeof useMe>['data']>;

/** A page about one case: shown once it is known who reads it, the case, and the linkage it belongs to. */
export function WithCase(props: {
  caseId: string;
  /** As QueryView has it: the case as it is now, not as it is remembered. */
  isFresh?: boolean;
  children: (shown: { me: Person; loaded: LoadedCase; linkage: PeopledLinkage }) => ReactNode;
}) {
  const me = useMe();
  const loaded = useCase(props.caseId, props.isFresh === true ? atEachVisit : {});
  const linkage = usePeopledLinkage();
  return (
    <QueryView query={me}>
      {(person) => (
        <QueryView query={loaded} isPage isFresh={props.isFresh === true}>
          {(found) => (
            <QueryView query={linkage}>
              {(facts) => props.children({ me: person, loaded: found, linkage: facts })}
            </QueryView>
          )}
        </QueryView>
      )}
    </QueryView>
  );
}

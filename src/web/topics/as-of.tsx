import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useMemo } from 'react';
import { listCaseActs, readCasePast } from '../../contract/cases.ts';
import type { Me } from '../../contract/sign-in.ts';
import { isPlainDate } from '../../domain/calendar/counting.ts';
import { type CasePast, caseAsOf } from '../../domain/procedure/as-of.ts';
import { useAddress } from '../lib/address.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { call } from '../lib/client.ts';
import { dateText, dayInChina, todayInChina } from '../lib/formats.ts';
import { MessageBox } from '../ui/message-box.tsx';

/** The day that the address asks to see the case as of; undefined for today and for what is no day before it. */
export function useAskedDay(): string | undefined {
  const asked = useAddress().value('asOf');
  return asked !== undefined && isPlainDate(asked) && asked < todayInChina() ? asked : undefined;
}

/** The case as it stood at the end of a day; `absent`: there was none yet; `loading`: not known yet. */
export type ShownCase = { standing: 'known'; loaded: LoadedCase } | { standing: 'absent' | 'loading' };

/** The case as it stood at the end of that day: the shared facts of that day, and the own contents folded from the acts up to then. */
export function useCaseAsOf(loaded: LoadedCase, me: Me, day: string | undefined): ShownCase {
  const { view, state } = loaded;
  const isWanted = day !== undefined;
  const acts = useQuery({
    queryKey: ['case', view.id, 'acts'],
    queryFn: () => call(listCaseActs, { params: { caseId: view.id } }),
    enabled: isWanted && state !== null,
  });
  const past = useQuery({
    queryKey: ['case', view.id, 'past'],
    // The server answers with the domain's own value (contract/cases.ts).
    queryFn: async () => (await call(readCasePast, { params: { caseId: view.id } })).past as CasePast[],
    enabled: isWanted,
  });
  // The rules of all acts: loaded when somebody looks back.
  const folding = useQuery({
    queryKey: ['folding'],
    queryFn: () => import('../../domain/fold.ts'),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isWanted && state !== null,
  });
  const recorded = acts.data?.acts;
  const fold = folding.data?.fold;
  const replaced = past.data;
  return useMemo(() => {
    if (day === undefined) return { standing: 'known', loaded };
    if (replaced === undefined) return { standing: 'loading' };
    const then = caseAsOf(view, replaced, day);
    if (then === undefined) return { standing: 'absent' };
    const superseded = loaded.superseded.filter(({ at }) => dayInChina(at) <= day);
    if (state === null) return { standing: 'known', loaded: { ...loaded, view: then, superseded } };
    if (recorded === undefined || fold === undefined) return { standing: 'loading' };
    // The acts come newest first; the ledger counts them upwards.
    const until = recorded.filter(({ on }) => on <= day).toSorted((one, other) => one.seq - other.seq);
    const told = until.map((act) => ({ ...act, actorId: act.actorName, tenantId: me.tenantId }));
    return {
      standing: 'known',
      loaded: { ...loaded, view: then, superseded, state: fold(view.kind, me.kind, told) },
    };
  }, [loaded, view, state, recorded, fold, replaced, day, me]);
}

/** Chooses the day, and says so while it is not today. */
export function AsOfBar({ day }: { day: string | undefined }) {
  const address = useAddress();
  const id = useId();
  const choose = (asOf: string | undefined) => address.change({ asOf });
  const field = (
    <span className="as-of">
      <label htmlFor={id}>查看某日的情况</label>
      <Input
        id={id}
        type="date"
        className="date-field"
        max={todayInChina()}
        value={day ?? ''}
        onChange={(event) => choose(event.target.value)}
      />
    </span>
  );
  if (day === undefined) return field;
  return (
    <MessageBox
      type="info"
      title={`以下是${dateText(day)}当日的情况，之后办理的不显示`}
      description={field}
      action={<Button onClick={() => choose(undefined)}>回到今天</Button>}
    />
  );
}

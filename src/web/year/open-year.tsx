import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { openYear } from '../../contract/cases.ts';
import type { Me } from '../../contract/sign-in.ts';
import { checkYearOpener, yearsToOpen } from '../../domain/topic/open-year.ts';
import { paths } from '../app/paths.ts';
import { call, newIdempotencyKey } from '../lib/client.ts';
import { todayInChina } from '../lib/formats.ts';
import { useFeedback } from '../ui/feedback.tsx';

const ChooseYear = lazy(async () => ({ default: (await import('./choose-year.tsx')).ChooseYear }));

type Props = { me: Me; opened: readonly number[] };

/** Opens the next year that is not there yet and goes on to its page. The city's office alone does that; nothing where none lacks. */
export function OpenNextYear({ me, opened }: Props) {
  const open = useOpening();
  const { next } = yearsToOpen(opened, todayInChina());
  if (next === undefined || checkYearOpener(me).length > 0) return null;
  return (
    <Button type="primary" loading={open.isPending} onClick={() => open.mutate(next)}>
      建立{next}年度
    </Button>
  );
}

/** Brings in a year that was worked through before the product was there. */
export function OpenEarlierYear({ me, opened }: Props) {
  const open = useOpening();
  const [isAsked, setAsked] = useState(false);
  const [chosen, setChosen] = useState<number>();
  const { earlier } = yearsToOpen(opened, todayInChina());
  const year = chosen ?? earlier[0];
  if (year === undefined || checkYearOpener(me).length > 0) return null;
  return (
    <details className="open-year" onToggle={({ currentTarget }) => setAsked((before) => before || currentTarget.open)}>
      <summary>补建以前的年度</summary>
      <div className="open-year-form">
        {isAsked ? (
          <Suspense fallback={<span role="status">正在载入年度……</span>}>
            <ChooseYear years={earlier} year={year} onChoose={setChosen} />
          </Suspense>
        ) : null}
        <Button loading={open.isPending} onClick={() => open.mutate(year)}>
          补建{year}年度
        </Button>
      </div>
    </details>
  );
}

function useOpening() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = useFeedback();
  return useMutation({
    mutationFn: (year: number) => call(openYear, { body: { year }, idempotencyKey: newIdempotencyKey() }),
    onSuccess: async (_made, year) => {
      await client.invalidateQueries({ queryKey: ['cases'] });
      void client.invalidateQueries();
      void navigate(paths.yearOf(year));
      void message.success(`${year}年度已建立`);
    },
    onError: (error) => void message.error(error.message),
  });
}

import { Checkbox, Input, Select } from 'antd';
import { yearOf } from '../../domain/calendar/counting.ts';
import { isYearLoaded, type LegalCalendar } from '../../domain/calendar/legal-days.ts';
import { type Itinerary, workdaysOf } from '../../domain/research/itinerary.ts';
import type { ItineraryLimit } from '../../domain/research/itinerary-limit.ts';
import type { ResearchState } from '../../domain/research/research-state.ts';
import { teamCapacityNames, teamIdsOf } from '../../domain/research/team-acts.ts';
import { dateWithWeekday } from '../lib/formats.ts';
import { MessageBox } from '../ui/message-box.tsx';
import { NumberEntry } from '../ui/number-entry.tsx';

type Props = {
  plan: Itinerary;
  team: ResearchState['team'];
  names: ReadonlyMap<string, string>;
  calendar: LegalCalendar;
  limit: ItineraryLimit | undefined;
  onChange: (changes: Partial<Itinerary>) => void;
};

/** From when to when, how many places a day, who leads and on which days he or she cannot. */
export function ItineraryFrame({ plan, team, names, calendar, limit, onChange }: Props) {
  const { from, until, perDay, leaders } = plan;
  const days = workdaysOf(plan, calendar).map((day) => ({ value: day, label: dateWithWeekday(day) }));
  const unloaded = [from, until].find((day) => !isYearLoaded(calendar, day));
  return (
    <section className="section" aria-labelledby="itinerary-frame">
      <h2 id="itinerary-frame">起止日期和带队人</h2>
      <div className="itinerary-period">
        <label htmlFor="itinerary-from">
          开始日期
          <Input
            id="itinerary-from"
            type="date"
            value={from}
            onChange={({ target }) => target.value && onChange({ from: target.value })}
          />
        </label>
        <label htmlFor="itinerary-until">
          截止日期
          <Input
            id="itinerary-until"
            type="date"
            value={until}
            min={from}
            onChange={({ target }) => target.value && onChange({ until: target.value })}
          />
        </label>
        <label htmlFor="itinerary-per-day">
          每名带队人每天至多（处）
          <NumberEntry
            id="itinerary-per-day"
            min={1}
            max={4}
            value={perDay}
            onChange={(value) =>
              value !== undefined && value >= 1 && value <= 4 && onChange({ perDay: Math.trunc(value) })
            }
          />
        </label>
      </div>
      <Limit limit={limit} until={until} />
      {unloaded === undefined ? null : (
        <MessageBox
          type="warning"
          title={`${yearOf(unloaded)}年节假日安排尚未载入，只避开了星期六、星期日；请管理员载入后再核对。`}
        />
      )}
      <ul className="itinerary-leaders">
        {teamIdsOf(team).map((personId) => {
          const leader = leaders.find((one) => one.personId === personId);
          const name = names.get(personId) ?? '';
          const others = leaders.filter((one) => one.personId !== personId);
          return (
            <li key={personId} className={leader === undefined ? undefined : 'itinerary-leads'}>
              <Checkbox
                checked={leader !== undefined}
                onChange={({ target }) =>
                  onChange({ leaders: target.checked ? [...leaders, { personId, away: [] }] : others })
                }
              >
                {name}
                <span className="quiet">（{capacityOf(personId, team)}）</span>
              </Checkbox>
              {leader === undefined ? null : (
                <Select
                  mode="multiple"
                  allowClear
                  className="itinerary-away"
                  aria-label={`${name}不能参加的日期`}
                  placeholder="不能参加的日期"
                  maxTagCount="responsive"
                  options={days}
                  value={[...leader.away]}
                  onChange={(away) =>
                    onChange({ leaders: leaders.map((one) => (one.personId === personId ? { personId, away } : one)) })
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What the visits are for has a date of its own; a period that goes beyond it is told. */
function Limit({ limit, until }: { limit: ItineraryLimit | undefined; until: string }) {
  if (limit === undefined) return null;
  const day = dateWithWeekday(limit.day);
  if (until > limit.day) {
    return (
      <MessageBox
        type="warning"
        title={`“${limit.title}”须在${day}前完成（${limit.clause}），行程的截止日期晚于该日；建议行程只排到该日为止。`}
      />
    );
  }
  return (
    <p className="quiet">
      “{limit.title}”须在{day}前完成（{limit.clause}），行程排在此前；休息日和本级、当地常委会会期自动避开。
    </p>
  );
}

function capacityOf(personId: string, team: ResearchState['team']): string {
  if (team?.leaderId === personId) return '组长';
  const member = team?.members.find((one) => one.personId === personId);
  return member === undefined ? '成员' : teamCapacityNames[member.capacity];
}

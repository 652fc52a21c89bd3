import { Checkbox, Input } from 'antd';
import { Link } from 'react-router';
import { yearOf } from '../../domain/calendar/counting.ts';
import { isYearLoaded, type LegalCalendar } from '../../domain/calendar/legal-days.ts';
import { dutiesWithin, dutyInWords, type SpokenDuty } from '../../domain/organisation/leader-duty.ts';
import type { Itinerary } from '../../domain/research/itinerary.ts';
import type { ItineraryLimit } from '../../domain/research/itinerary-limit.ts';
import type { ResearchState } from '../../domain/research/research-state.ts';
import { teamCapacityNames, teamIdsOf } from '../../domain/research/team-acts.ts';
import { paths } from '../app/paths.ts';
import { dateWithWeekday, withDateWords } from '../lib/formats.ts';
import { MessageBox } from '../ui/message-box.tsx';
import { NumberEntry } from '../ui/number-entry.tsx';

type Props = {
  plan: Itinerary;
  team: ResearchState['team'];
  names: ReadonlyMap<string, string>;
  calendar: LegalCalendar;
  limit: ItineraryLimit | undefined;
  duties: readonly SpokenDuty[];
  onChange: (changes: Partial<Itinerary>) => void;
};

/** From when to when, how many places a day, who leads and on which days he or she cannot. */
export function ItineraryFrame({ plan, team, names, calendar, limit, duties, onChange }: Props) {
  const { from, until, perDay, leaderIds } = plan;
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
          const leads = leaderIds.includes(personId);
          const others = leaderIds.filter((id) => id !== personId);
          return (
            <li key={personId} className={leads ? 'itinerary-leads' : undefined}>
              <Checkbox
                checked={leads}
                onChange={({ target }) => onChange({ leaderIds: target.checked ? [...leaderIds, personId] : others })}
              >
                {names.get(personId) ?? ''}
                <span className="quiet">（{capacityOf(personId, team)}）</span>
              </Checkbox>
              {leads ? (
                <Bound personId={personId} name={names.get(personId) ?? ''} plan={plan} duties={duties} />
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** On which days of the period a leader is bound elsewhere, as the one register of it has them. */
function Bound(props: { personId: string; name: string; plan: Itinerary; duties: readonly SpokenDuty[] }) {
  const { personId, name, plan, duties } = props;
  const own = duties.filter((duty) => duty.personId === personId);
  const found = dutiesWithin(own, plan.from, plan.until);
  return (
    <span className="itinerary-bound">
      {found.length === 0
        ? '行程期间没有登记的其他公务'
        : `不能参加：${found.map((duty) => withDateWords(dutyInWords(duty))).join('；')}`}
      <Link to={paths.dutiesOf(personId)} aria-label={`登记公务（${name}）`}>
        登记公务
      </Link>
    </span>
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
      “{limit.title}”须在{day}前完成（{limit.clause}
      ），行程排在此前；休息日、领导其他公务和本级、当地常委会会期自动避开。
    </p>
  );
}

function capacityOf(personId: string, team: ResearchState['team']): string {
  if (team?.leaderId === personId) return '组长';
  const member = team?.members.find((one) => one.personId === personId);
  return member === undefined ? '成员' : teamCapacityNames[member.capacity];
}

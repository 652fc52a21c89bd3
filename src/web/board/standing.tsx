import { nearDay } from '../lib/formats.ts';
import { StateTag } from '../ui/state-tag.tsx';
import type { Standing, StandingGroup } from './standings.ts';

export function StandingView({ standing }: { standing: Standing | undefined }) {
  if (standing === undefined) return <>—</>;
  const { tone, text, step, date } = standing;
  if (step === undefined && date === undefined) return <StateTag tone={tone} text={text} />;
  return (
    <span className="standing">
      <StateTag tone={tone} text={text} />
      {step === undefined ? null : <span className="standing-step">{step}</span>}
      {date === undefined ? null : <span className="standing-step">{nearDay(date)}</span>}
    </span>
  );
}

/** A column for each of many counties would not fit any screen: who stands where in one list, the most urgent first. */
export function StandingGroups({ groups, ownId }: { groups: readonly StandingGroup[]; ownId: string }) {
  if (groups.length === 0) return <>—</>;
  return (
    <ul className="standing-groups">
      {groups.map(({ key, standing: { tone, text, step, date }, tracks }) => (
        <li key={key}>
          <StateTag tone={tone} text={text} />
          <div>
            {[step, date === undefined ? undefined : nearDay(date), countOf(tracks.length, groups)]
              .filter(Boolean)
              .join('，')}
            {groups.length === 1 ? null : (
              <ul className="standing-names">
                {tracks.map((track) => (
                  <li key={track.tenantId} className={track.tenantId === ownId ? 'is-own-body' : undefined}>
                    {track.shortName}
                  </li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Names say nothing more where all of them stand together. */
function countOf(count: number, groups: readonly StandingGroup[]): string {
  return groups.length === 1 ? `全部${count}个` : `${count}个`;
}

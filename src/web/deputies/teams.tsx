import { Link } from 'react-router';
import type { OwnTeam } from '../../contract/deputies.ts';
import { paths } from '../app/paths.ts';
import { Icon } from '../ui/icons.tsx';
import { Few } from './few.tsx';

/** Topics in whose joint research team the deputy is: the way to its notes from the field. Nothing for whoever is in none. */
export function Teams({ teams }: { teams: readonly OwnTeam[] }) {
  if (teams.length === 0) return null;
  return (
    <section className="section" aria-labelledby="teams">
      <h2 id="teams">联合调研</h2>
      <p className="deputy-quiet">您是下列议题联合调研组的成员，到现场可以记录看到、听到的情况。</p>
      <Few
        rows={teams}
        none=""
        render={({ caseId, caseName, isOpen }) => (
          <li key={caseId}>
            <Link className="deputy-way" to={paths.fieldNotesOf(caseId)}>
              <span>
                现场记录：{caseName}
                {isOpen ? null : <small>已不再办理</small>}
              </span>
              <Icon name="next" />
            </Link>
          </li>
        )}
      />
    </section>
  );
}

import type { ReactNode } from 'react';
import type { Me } from '../../contract/sign-in.ts';
import { actsAsDeputy } from '../../domain/organisation/actor.ts';
import { invitationStandingOf } from '../../domain/safeguards/invitation.ts';
import { todayInChina } from '../lib/formats.ts';
import { useMe } from '../lib/me.ts';
import { Icon } from '../ui/icons.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ErrorView, QueryView } from '../ui/states.tsx';
import { useMyVoices } from './deputies-api.ts';
import './deputies.css';
import { Invitations } from './invitations.tsx';
import { OwnVoices } from './own-voices.tsx';
import { Suggest } from './suggest.tsx';
import { Teams } from './teams.tsx';

/** What a deputy does in two minutes on a phone: suggest, see what became of it, accept an invitation, sign in by code. */
export function DeputiesPage() {
  const me = useMe();
  const person = me.data;
  if (person === undefined) return null;
  if (!actsAsDeputy(person)) {
    return <ErrorView isPage title="这是代表本人的页面" text="您没有代表的角色；需要办理其他事项的，请从菜单进入。" />;
  }
  return <Desk me={person} />;
}

function Desk({ me }: { me: Me }) {
  const voices = useMyVoices();
  return (
    <>
      <PageHeader title="代表履职" lead={`${me.personName}代表，这里只显示您本人的内容。`} />
      <QueryView query={voices}>
        {({ calls, suggestions, concerns, invitations, teams }) => {
          const open = invitations.filter(
            (invitation) => invitationStandingOf(invitation, todayInChina()) === 'to-answer',
          ).length;
          return (
            <>
              {open === 0 ? null : (
                <Call>
                  <a href="#invitations">{open}份邀请待您答复</a>
                </Call>
              )}
              <div className="deputy-cards">
                <Suggest me={me} calls={calls} />
                <OwnVoices suggestions={suggestions} concerns={concerns} />
                <Invitations invitations={invitations} />
                <Teams teams={teams} />
              </div>
            </>
          );
        }}
      </QueryView>
    </>
  );
}

/** One line above everything: what waits for an answer. */
function Call({ children }: { children: ReactNode }) {
  return (
    <p className="deputy-call" role="status">
      <Icon name="bell" size={18} />
      {children}
    </p>
  );
}

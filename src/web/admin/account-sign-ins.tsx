import { useQuery } from '@tanstack/react-query';
import { listAccountSignIns } from '../../contract/accounts.ts';
import { programWords } from '../../contract/program-words.ts';
import { exportAccountSignIns } from '../../contract/sign-in-exports.ts';
import { call, download } from '../lib/client.ts';
import { momentText } from '../lib/formats.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { QueryView } from '../ui/states.tsx';

/** Where the account is signed in now. */
export function AccountSignIns({ accountId }: { accountId: string }) {
  const signIns = useQuery({
    queryKey: ['account-sign-ins', accountId],
    queryFn: () => call(listAccountSignIns, { params: { accountId } }),
  });
  return (
    <section aria-labelledby="account-sign-ins">
      <h3 id="account-sign-ins">有效登录</h3>
      <QueryView query={signIns} isEmpty={(data) => data.signIns.length === 0} empty={<p>目前没有登录。</p>}>
        {(data) => (
          <>
            <ul className="plain-list">
              {data.signIns.map((signIn) => (
                <li key={signIn.id}>
                  {momentText(signIn.startedAt)}起，{signIn.address}
                  <span className="quiet-line" title={signIn.userAgent}>
                    {programWords(signIn.userAgent)}
                  </span>
                </li>
              ))}
            </ul>
            <ExportButton ask={() => download(exportAccountSignIns, { params: { accountId } })} />
          </>
        )}
      </QueryView>
    </section>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { downloadAttachment } from '../../contract/files.ts';
import { readPackage } from '../../contract/packages.ts';
import type { ResponseOf } from '../../contract/route.ts';
import { paths } from '../app/paths.ts';
import { call, download } from '../lib/client.ts';
import { contentTitles, contentWords } from '../lib/content-words.ts';
import { dateText, momentText, sizeText, todayInChina } from '../lib/formats.ts';
import { usePeopledLinkage } from '../lib/linkage.ts';
import { useMe } from '../lib/me.ts';
import { namesOf } from '../lib/names.ts';
import { ContentView } from '../ui/content-view.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { useFeedback } from '../ui/feedback.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { QueryView } from '../ui/states.tsx';
import { SignEarlier } from './sign-earlier.tsx';
import { maySign, signFor } from './signing.ts';
import './packages.css';

type Opened = ResponseOf<typeof readPackage>;

/** One sealed package: what it says, who has signed for it, and the receipt if it is addressed to us. */
export function PackagePage() {
  const { packageId = '' } = useParams();
  const opened = useQuery({
    queryKey: ['package', packageId],
    // Reading is audited each time: kept while the page is open.
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => call(readPackage, { params: { packageId } }),
  });
  return <QueryView query={opened}>{(sealed) => <Opened sealed={sealed} />}</QueryView>;
}

function Opened({ sealed }: { sealed: Opened }) {
  const linkage = usePeopledLinkage();
  const names = useMemo(
    () => (linkage.data === undefined ? new Map<string, string>() : namesOf(linkage.data.organisation)),
    [linkage.data],
  );
  return (
    <>
      <PageHeader
        title={sealed.title}
        crumbs={[{ title: '报送件', to: paths.packages }]}
        lead={`${sealed.fromName}，${dateText(sealed.sealedOn)}封装`}
        actions={<Sign sealed={sealed} />}
      />
      <div className="package">
        <section className="section" aria-label="内容">
          <h2>{sealed.kindName}</h2>
          <ContentView
            value={sealed.content}
            nameOf={(id) => names.get(id)}
            titles={contentTitles}
            words={contentWords}
          />
          {sealed.attachments.length === 0 ? null : (
            <>
              <h3>附件</h3>
              <ul>
                {sealed.attachments.map((file) => (
                  <li key={file.digest}>
                    <ExportButton
                      looks="link"
                      ask={() => download(downloadAttachment, { params: { digest: file.digest } })}
                    >
                      {file.name}
                    </ExportButton>
                    （{sizeText(file.size)}）
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        <section className="section" aria-label="签收情况">
          <h2>签收情况</h2>
          <ul className="receipts">
            {sealed.addressees.map((addressee) => (
              <li key={addressee.tenantId}>
                <span>{addressee.name}</span>
                {addressee.receivedAt === null || addressee.receivedOn === null ? (
                  <StateTag tone="waiting" text="待签收" />
                ) : (
                  <StateTag tone="done" text={`${momentText(addressee.receivedAt)}签收`} />
                )}
              </li>
            ))}
          </ul>
          <p className="package-digest">
            内容摘要 <code>{sealed.digest}</code>
          </p>
        </section>
      </div>
    </>
  );
}

function Sign({ sealed }: { sealed: Opened }) {
  const { message } = useFeedback();
  const client = useQueryClient();
  const me = useMe().data;
  const sign = useMutation({
    mutationFn: (on: string | undefined) => signFor(sealed.id, on),
    onSuccess: () => {
      void message.success('已签收');
      return client.invalidateQueries();
    },
  });
  const mine = sealed.addressees.find((addressee) => addressee.tenantId === me?.tenantId);
  if (me === undefined || mine === undefined || mine.receivedAt !== null || !maySign(me)) return null;
  return (
    <>
      <ProblemAlert error={sign.error} />
      {sealed.sealedOn === todayInChina() ? null : <SignEarlier sealedOn={sealed.sealedOn} onSign={sign.mutateAsync} />}
      <Button type="primary" loading={sign.isPending} onClick={() => sign.mutate(undefined)}>
        签收
      </Button>
    </>
  );
}

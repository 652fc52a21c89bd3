import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { readPackage } from '../../contract/packages.ts';
import type { CaseState } from '../../domain/case-state.ts';
import type { Paper, PaperSource } from '../../domain/document/paper.ts';
import { paperOf } from '../../domain/document/papers.ts';
import { problemIdsIn, problemIdsOf } from '../../domain/handling/problem-sources.ts';
import type { PackageContents, PackageKind } from '../../domain/package/contents.ts';
import { paths } from '../app/paths.ts';
import { useCase } from '../lib/cases.ts';
import { call } from '../lib/client.ts';
import { dateText, momentText, todayInChina } from '../lib/formats.ts';
import { usePeopledLinkage } from '../lib/linkage.ts';
import { useMe } from '../lib/me.ts';
import { namesInState } from '../lib/names.ts';
import { paperSource } from '../lib/papers.ts';
import { FactRows } from '../ui/fact-list.tsx';
import { useFeedback } from '../ui/feedback.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { ProblemLinks } from '../ui/problem-links.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { PageSkeleton, QueryView } from '../ui/states.tsx';
import { type SealedPackage, SealedPaper } from './sealed-paper.tsx';
import { SignEarlier } from './sign-earlier.tsx';
import { maySign, signFor } from './signing.ts';
import './packages.css';

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

function Opened({ sealed }: { sealed: SealedPackage }) {
  const linkage = usePeopledLinkage();
  const own = useCase(sealed.caseId);
  return (
    <>
      <PageHeader
        title={sealed.title}
        crumbs={[{ title: '报送件', to: paths.packages }]}
        lead={`${sealed.fromName}，${dateText(sealed.sealedOn)}封装`}
        actions={<Sign sealed={sealed} />}
      />
      <div className="package">
        <QueryView query={linkage}>
          {({ organisation }) =>
            own.isPending ? (
              <PageSkeleton />
            ) : (
              <SealedPaper
                sealed={sealed}
                paper={paperIn(sealed, paperSource(organisation, own.data?.state ?? null))}
              />
            )
          }
        </QueryView>
        <Receipts sealed={sealed} state={own.data?.state ?? null} />
      </div>
    </>
  );
}

/** The way back to the lines of the problems that the package speaks of, as far as the reader has them. */
function InProblems({ sealed, state }: { sealed: SealedPackage; state: CaseState | null }) {
  if (state === null) return null;
  const spoken = new Set(problemIdsIn(sealed.content));
  const names = namesInState(state);
  const links = problemIdsOf(state)
    .filter((id) => spoken.has(id))
    .map((id) => ({ to: paths.problemIn(sealed.caseId, id), name: names.get(id) ?? '查看' }));
  return <ProblemLinks links={links} />;
}

function paperIn({ kind, content }: SealedPackage, source: PaperSource): Paper {
  // Sealed by the domain's own function for this kind, and sent as it was sealed.
  return paperOf(kind as PackageKind, content as PackageContents[PackageKind], source);
}

function Receipts({ sealed, state }: { sealed: SealedPackage; state: CaseState | null }) {
  const { supersedesId } = sealed;
  return (
    <section className="section package-receipts" aria-label="签收情况">
      <h2>签收情况</h2>
      <ul className="receipts">
        {sealed.addressees.map((addressee) => (
          <li key={addressee.tenantId}>
            <span>{addressee.name}</span>
            {addressee.receivedAt === null || addressee.receivedOn === null ? (
              <StateTag tone="waiting" text="待签收" />
            ) : (
              <StateTag tone="done" text={`${dateText(addressee.receivedOn)}签收`} />
            )}
          </li>
        ))}
      </ul>
      <FactRows
        facts={[
          [
            '事项',
            <Link key="case" to={paths.caseOf(sealed.caseId)}>
              {sealed.caseName}
            </Link>,
          ],
          ['记入系统', momentText(sealed.sealedAt)],
        ]}
      />
      {supersedesId === null ? null : (
        <p>
          本件代替<Link to={paths.packageOf(supersedesId)}>此前的报送件</Link>。
        </p>
      )}
      <InProblems sealed={sealed} state={state} />
      <details className="package-digest">
        <summary>核验用的内容摘要</summary>
        <code>{sealed.digest}</code>
      </details>
    </section>
  );
}

function Sign({ sealed }: { sealed: SealedPackage }) {
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

import { downloadAttachment } from '../../contract/files.ts';
import type { readPackage } from '../../contract/packages.ts';
import type { ResponseOf } from '../../contract/route.ts';
import type { Paper } from '../../domain/document/paper.ts';
import { download } from '../lib/client.ts';
import { dateText, sizeText } from '../lib/formats.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { PaperView } from '../ui/paper-view.tsx';

export type SealedPackage = ResponseOf<typeof readPackage>;

/** A package as an official paper: the sender above, whom it goes to, what it says, its attachments, and the sender's name and day below. */
export function SealedPaper({ sealed, paper }: { sealed: SealedPackage; paper: Paper }) {
  return (
    <article className="section sealed-paper" aria-label="正文">
      <header className="paper-head">
        <p className="paper-sender">{sealed.fromName}</p>
        <h2>{sealed.kindName}</h2>
      </header>
      <p className="paper-to">{sealed.addressees.map(({ name }) => name).join('、')}：</p>
      <PaperView paper={paper} />
      {sealed.attachments.length === 0 ? null : (
        <section className="paper-files" aria-label="附件">
          <h3>附件</h3>
          <ol>
            {sealed.attachments.map((file) => (
              <li key={file.digest}>
                <ExportButton
                  looks="link"
                  ask={() => download(downloadAttachment, { params: { digest: file.digest } })}
                >
                  {file.name}
                </ExportButton>
                <span className="print-only">{file.name}</span>（{sizeText(file.size)}）
              </li>
            ))}
          </ol>
        </section>
      )}
      <footer className="paper-foot">
        <p>{sealed.fromName}</p>
        <p>{dateText(sealed.sealedOn)}</p>
      </footer>
    </article>
  );
}

import { sizeText } from '../lib/formats.ts';
import { takeAttachment } from '../lib/take-attachment.ts';
import { ExportButton } from './export-button.tsx';
import './file-links.css';

/** Files by digest, each taken with one press; nothing where there is none. */
export function FileLinks({ files }: { files: readonly { digest: string; name: string; size: number }[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="file-links">
      {files.map((file) => (
        <li key={file.digest}>
          <ExportButton looks="link" ask={() => takeAttachment(file.digest)}>
            {file.name}
          </ExportButton>
          <span className="quiet">（{sizeText(file.size)}）</span>
        </li>
      ))}
    </ul>
  );
}

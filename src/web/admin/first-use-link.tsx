import { momentText } from '../lib/formats.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { MessageBox } from '../ui/message-box.tsx';

/** Shown once; whoever has it sets the password. */
export function FirstUseLink({ link }: { link: { path: string; expiresAt: string } }) {
  const address = `${window.location.origin}${link.path}`;
  return (
    <MessageBox
      type="success"
      title="首次使用链接（只显示这一次）"
      description={
        <>
          <p className="first-use-link">{address}</p>
          <CopyButton text={address}>复制链接</CopyButton>
          <p>{momentText(link.expiresAt)}前有效，只能使用一次。请当面或经安全途径交给本人。</p>
        </>
      }
    />
  );
}

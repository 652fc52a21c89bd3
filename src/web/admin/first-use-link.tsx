import { Typography } from 'antd';
import { momentText } from '../lib/formats.ts';
import { MessageBox } from '../ui/message-box.tsx';

/** Shown once; whoever has it sets the password. */
export function FirstUseLink({ link }: { link: { path: string; expiresAt: string } }) {
  return (
    <MessageBox
      type="success"
      title="首次使用链接（只显示这一次）"
      description={
        <>
          <Typography.Text copyable className="first-use-link">
            {`${window.location.origin}${link.path}`}
          </Typography.Text>
          <p>{momentText(link.expiresAt)}前有效，只能使用一次。请当面或经安全途径交给本人。</p>
        </>
      }
    />
  );
}

import { Button } from 'antd';
import { useFeedback } from './feedback.tsx';

/** Puts a text where it can be pasted elsewhere. */
export function CopyButton({ children, text }: { children: string; text: string }) {
  const { message } = useFeedback();
  const copy = async () => {
    if (await isCopied(text)) void message.success('已复制');
    else void message.error('没有复制成功，请按住文字选取后复制。');
  };
  return (
    <Button size="small" onClick={() => void copy()}>
      {children}
    </Button>
  );
}

async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Over http there is no clipboard to write to, or the browser does not let us.
    return isCopiedFromField(text);
  }
}

function isCopiedFromField(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}

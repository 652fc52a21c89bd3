import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useFeedback } from './feedback.tsx';
import './export-button.css';

/** Saves what the server answers under the name it gives; a refusal is told in its own words. `about`: which list, where a page has several. */
export function ExportButton(props: {
  ask: () => Promise<{ name: string; blob: Blob }>;
  children?: string;
  looks?: 'default' | 'link';
  about?: string;
}) {
  const { ask, children = '导出表格', looks = 'default', about } = props;
  const { message } = useFeedback();
  const save = useMutation({
    mutationFn: ask,
    onSuccess: saveAs,
    onError: (error) => void message.error(error.message),
  });
  return (
    <Button
      type={looks}
      loading={save.isPending}
      onClick={() => save.mutate()}
      {...(about === undefined ? {} : { 'aria-label': `${children}：${about}` })}
    >
      {children}
    </Button>
  );
}

function saveAs({ name, blob }: { name: string; blob: Blob }): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

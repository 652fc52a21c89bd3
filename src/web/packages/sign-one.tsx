import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { PackageView } from '../../contract/packages.ts';
import { useFeedback } from '../ui/feedback.tsx';
import { signFor } from './signing.ts';

/** Signs for one package with one tap; a refusal is told in its own words. */
export function SignOne({ sealed }: { sealed: PackageView }) {
  const { message } = useFeedback();
  const client = useQueryClient();
  const sign = useMutation({
    mutationFn: () => signFor(sealed.id),
    onSuccess: () => {
      void message.success(`已签收：${sealed.title}`);
      return client.invalidateQueries();
    },
    onError: (error) => void message.error(error.message),
  });
  return (
    <Button
      type="primary"
      size="small"
      loading={sign.isPending}
      aria-label={`签收：${sealed.title}`}
      onClick={() => sign.mutate()}
    >
      签收
    </Button>
  );
}

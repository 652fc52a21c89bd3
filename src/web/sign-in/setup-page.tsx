import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Navigate } from 'react-router';
import { readSetup, setUp } from '../../contract/setup.ts';
import { paths } from '../app/paths.ts';
import { call } from '../lib/client.ts';
import { serverFieldErrors } from '../lib/schema-form.ts';
import { DoneView } from '../ui/done-view.tsx';
import { FormFromSchema } from '../ui/form/form-from-schema.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { OutsideFrame } from '../ui/outside-frame.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { QueryView } from '../ui/states.tsx';

/** First run on an empty system: the linkage, its city body, and three administrators who are three people. */
export function SetupPage() {
  const client = useQueryClient();
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => call(readSetup, {}) });
  const found = useMutation({
    mutationFn: (body: Parameters<typeof call<typeof setUp>>[1]['body']) => call(setUp, { body }),
    onSuccess: () => client.setQueryData(['setup'], { needed: false }),
  });
  const serverErrors = useMemo(() => serverFieldErrors(found.error), [found.error]);
  if (found.isSuccess) return <Done />;
  if (setup.data?.needed === false) return <Navigate to={paths.signIn} replace />;
  return (
    <OutsideFrame
      title="首次设置"
      lead="建立联动域、市人大常委会和三名管理员。三名管理员必须是三个人，各负其责；县（市、区）、机关和人员随后由系统管理员用工作簿导入。"
      isWide
    >
      <QueryView query={setup}>
        {() => (
          <>
            <ProblemAlert error={found.error} />
            <FormFromSchema
              schema={setUp.body}
              submitText="完成设置"
              busy={found.isPending}
              serverErrors={serverErrors}
              onSubmit={(body) => found.mutate(body)}
            />
          </>
        )}
      </QueryView>
    </OutsideFrame>
  );
}

function Done() {
  return (
    <OutsideFrame title="设置完成">
      <DoneView
        state="done"
        title="联动域已建立"
        text="请三名管理员分别登录，启用动态口令，再由系统管理员导入组织信息。"
        actions={
          <LinkButton type="primary" to={paths.signIn}>
            去登录
          </LinkButton>
        }
      />
    </OutsideFrame>
  );
}

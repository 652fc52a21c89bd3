import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Navigate } from 'react-router';
import { z } from 'zod';
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

type Setup = z.output<typeof setUp.body>;
type Administrator = Setup['systemAdministrator'];

/** One of the three types his password himself, and again: nobody could tell a slip of the finger afterwards. */
function typedTwice(given: typeof setUp.body.shape.systemAdministrator) {
  return given
    .extend({ again: z.string().meta({ title: '再输入一次密码', widget: 'password' }) })
    .refine(({ password, again }) => password === again, { path: ['again'], message: '两次输入的密码不一致' })
    .meta({ ...given.meta() });
}

const { systemAdministrator, securityAdministrator, auditAdministrator } = setUp.body.shape;
const typedSetup = setUp.body.extend({
  systemAdministrator: typedTwice(systemAdministrator),
  securityAdministrator: typedTwice(securityAdministrator),
  auditAdministrator: typedTwice(auditAdministrator),
});

function asSetup(typed: z.output<typeof typedSetup>): Setup {
  const once = ({ again: _again, ...administrator }: Administrator & { again: string }) => administrator;
  return {
    ...typed,
    systemAdministrator: once(typed.systemAdministrator),
    securityAdministrator: once(typed.securityAdministrator),
    auditAdministrator: once(typed.auditAdministrator),
  };
}

/** First run on an empty system: the linkage, its city body, and three administrators who are three people. */
export function SetupPage() {
  const client = useQueryClient();
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => call(readSetup, {}) });
  const found = useMutation({
    mutationFn: (body: Setup) => call(setUp, { body }),
    onSuccess: () => client.setQueryData(['setup'], { needed: false }),
  });
  const serverErrors = useMemo(() => serverFieldErrors(found.error), [found.error]);
  if (found.isSuccess) return <Done />;
  if (setup.data?.needed === false) return <Navigate to={paths.signIn} replace />;
  return (
    <OutsideFrame
      title="首次设置"
      lead="建立联动域、市人大常委会和三名管理员。三名管理员必须是三个人，各负其责，请三人依次亲自输入自己的密码，互不告知；县（市、区）、机关和人员随后由系统管理员用工作簿导入。"
      isWide
    >
      <QueryView query={setup}>
        {() => (
          <>
            <ProblemAlert error={found.error} />
            <FormFromSchema
              schema={typedSetup}
              submitText="完成设置"
              busy={found.isPending}
              serverErrors={serverErrors}
              onSubmit={(typed) => found.mutate(asSetup(typed))}
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

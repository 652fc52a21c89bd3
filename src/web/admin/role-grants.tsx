import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { type Account, grantRoles } from '../../contract/accounts.ts';
import { readOrganisation } from '../../contract/organisation.ts';
import { roles } from '../../domain/organisation/actor.ts';
import { roleNames } from '../../domain/organisation/separation.ts';
import { call } from '../lib/client.ts';
import { useFeedback } from '../ui/feedback.tsx';
import { FormFromSchema } from '../ui/form/form-from-schema.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { QueryView } from '../ui/states.tsx';

const schema = z.object({
  grants: z
    .array(
      z.object({
        role: z.enum(roles).meta({ title: '角色', labels: roleNames }),
        unitId: z.uuid().nullable().meta({ title: '办公室、委室（有的才选）', widget: 'unit' }),
      }),
    )
    .max(20)
    .meta({ title: '角色' }),
});

/** The whole list of an account's roles, set at once; it counts from the next sign-in. */
export function RoleGrants({ account }: { account: Account }) {
  const { message } = useFeedback();
  const client = useQueryClient();
  const organisation = useQuery({ queryKey: ['organisation'], queryFn: () => call(readOrganisation, {}) });
  const grant = useMutation({
    mutationFn: (body: z.output<typeof schema>) => call(grantRoles, { params: { accountId: account.id }, body }),
    onSuccess: () => {
      void message.success('角色已授予，重新登录后生效');
      return client.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
  return (
    <section aria-labelledby="role-grants">
      <h3 id="role-grants">角色</h3>
      <p className="quiet-line">授予后全部登录立即失效；三类管理员必须是三个人，管理员不能兼任其他角色。</p>
      <ProblemAlert error={grant.error} />
      <QueryView query={organisation}>
        {({ units }) => (
          <FormFromSchema
            schema={schema}
            initial={{ grants: account.grants }}
            options={{
              unit: units
                .filter((unit) => unit.tenantId === account.tenantId)
                .map((unit) => ({ value: unit.id, label: unit.name })),
            }}
            submitText="授予"
            busy={grant.isPending}
            onSubmit={(typed) => grant.mutate(typed)}
          />
        )}
      </QueryView>
    </section>
  );
}

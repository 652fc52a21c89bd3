import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { z } from 'zod';
import { createAccount } from '../../contract/accounts.ts';
import { shortText } from '../../contract/fields.ts';
import { uuid } from '../../contract/route.ts';
import { loginName } from '../../contract/sign-in.ts';
import { call } from '../lib/client.ts';
import type { Option } from '../lib/schema-form.ts';
import { FormFromSchema } from '../ui/form/form-from-schema.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { FirstUseLink } from './first-use-link.tsx';

const schema = z.object({
  tenantId: uuid.meta({ title: '单位', widget: 'tenant' }),
  name: shortText('姓名'),
  login: loginName,
});

/** A new account for a new person; those the workbook already names get theirs by import. */
export function NewAccount(props: { isOpen: boolean; tenants: readonly Option[]; onClose: () => void }) {
  const { isOpen, tenants, onClose } = props;
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: ({ tenantId, name, login }: z.output<typeof schema>) =>
      call(createAccount, { body: { tenantId, login, person: { name } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const close = () => {
    create.reset();
    onClose();
  };
  return (
    <Drawer title="建立账号" size={480} open={isOpen} onClose={close} destroyOnHidden>
      {create.data === undefined ? (
        <>
          <ProblemAlert error={create.error} />
          <FormFromSchema
            schema={schema}
            options={{ tenant: tenants }}
            submitText="建立账号"
            busy={create.isPending}
            onSubmit={(typed) => create.mutate(typed)}
          />
        </>
      ) : (
        <>
          <p>
            已为{create.data.account.personName}建立账号{create.data.account.login}。角色由安全管理员授予。
          </p>
          <FirstUseLink link={create.data.link} />
        </>
      )}
    </Drawer>
  );
}

import { z } from 'zod';
import { cityCode, defineRoute } from './route.ts';
import { loginName, newPassword } from './sign-in.ts';

const tag = '首次设置';

function administrator(title: string) {
  return z
    .object({
      personName: z.string().trim().min(1, '请填写姓名').max(50).meta({ title: '姓名' }),
      login: loginName,
      password: newPassword,
    })
    .meta({ title });
}

export const readSetup = defineRoute({
  method: 'GET',
  path: '/api/setup',
  id: 'readSetup',
  summary: '是否还没有联动域，需要首次设置',
  tag,
  access: 'anyone',
  response: z.object({ needed: z.boolean() }),
});

export const setUp = defineRoute({
  method: 'POST',
  path: '/api/setup',
  id: 'setUp',
  summary: '在空的系统上建立联动域、市人大常委会和三名管理员；只能做一次',
  tag,
  access: 'anyone',
  secret: true,
  body: z.object({
    cityCode: cityCode.meta({ title: '市行政区划代码' }),
    linkageName: z.string().trim().min(1, '请填写联动域名称').max(100).meta({ title: '联动域名称' }),
    bodyName: z.string().trim().min(1, '请填写市人大常委会名称').max(100).meta({ title: '市人大常委会名称' }),
    shortName: z.string().trim().min(1, '请填写简称').max(20).meta({ title: '简称' }),
    systemAdministrator: administrator('系统管理员（组织、账号、设置）'),
    securityAdministrator: administrator('安全管理员（角色、登录安全）'),
    auditAdministrator: administrator('审计管理员（审计日志）'),
  }),
  status: 201,
  response: z.object({ cityCode }),
});

import { z } from 'zod';
import { roles } from '../domain/organisation/actor.ts';
import { defineRoute, uuid } from './route.ts';
import { loginName, signInSchema } from './sign-in.ts';

const tag = '账号管理';
const accountParams = z.object({ accountId: uuid });

export const roleGrantSchema = z.object({ role: z.enum(roles), unitId: uuid.nullable() });

export const accountSorts = ['unit', 'name', 'login', 'latest', 'longest-ago'] as const;

/** What the state of an account is called on the screen. */
export const accountStateNames = { invited: '待启用', active: '正常', locked: '锁定', disabled: '停用' } as const;

export const accountSchema = z.object({
  id: uuid,
  login: z.string(),
  personId: uuid,
  personName: z.string(),
  tenantId: uuid,
  tenantName: z.string(),
  state: z.enum(['invited', 'active', 'locked', 'disabled']),
  grants: z.array(roleGrantSchema),
  hasSecondFactor: z.boolean(),
  lastSignInAt: z.string().nullable(),
});
export type Account = z.output<typeof accountSchema>;

/** `path` is appended to the address of the installation; shown once. */
const firstUseLinkSchema = z.object({ path: z.string(), expiresAt: z.string() });

export const listAccounts = defineRoute({
  method: 'GET',
  path: '/api/accounts',
  id: 'listAccounts',
  summary: '可以管理的账号：筛选、排序、分页',
  tag,
  access: 'signed-in',
  query: z.object({
    tenantId: uuid.optional(),
    text: z.string().trim().max(64).optional(),
    /** `unit`: city first, then by area and unit. */
    sort: z.enum(accountSorts).default('unit'),
    page: z.coerce.number().int().min(1).default(1),
  }),
  response: z.object({ accounts: z.array(accountSchema), total: z.number().int(), pageSize: z.number().int() }),
});

export const createAccount = defineRoute({
  method: 'POST',
  path: '/api/accounts',
  id: 'createAccount',
  summary: '为一个人建立账号，得到首次使用链接（7天内有效，只能用一次）',
  tag,
  access: 'signed-in',
  secret: true,
  body: z.object({
    login: loginName,
    tenantId: uuid,
    person: z.union([z.object({ id: uuid }), z.object({ name: z.string().trim().min(1, '请填写姓名').max(50) })]),
  }),
  status: 201,
  response: z.object({ account: accountSchema, link: firstUseLinkSchema }),
});

export const renewFirstUseLink = defineRoute({
  method: 'POST',
  path: '/api/accounts/:accountId/first-use-links',
  id: 'renewFirstUseLink',
  summary: '重新发给首次使用链接（忘记密码时也用它）；以前的链接作废',
  tag,
  access: 'signed-in',
  secret: true,
  params: accountParams,
  status: 201,
  response: firstUseLinkSchema,
});

export const disableAccount = defineRoute({
  method: 'POST',
  path: '/api/accounts/:accountId/disabling',
  id: 'disableAccount',
  summary: '停用账号；全部登录立即失效',
  tag,
  access: 'signed-in',
  params: accountParams,
  response: accountSchema,
});

export const enableAccount = defineRoute({
  method: 'POST',
  path: '/api/accounts/:accountId/enabling',
  id: 'enableAccount',
  summary: '重新启用账号',
  tag,
  access: 'signed-in',
  params: accountParams,
  response: accountSchema,
});

export const unlockAccount = defineRoute({
  method: 'POST',
  path: '/api/accounts/:accountId/unlocking',
  id: 'unlockAccount',
  summary: '解除锁定（安全管理员）',
  tag,
  access: 'signed-in',
  params: accountParams,
  response: accountSchema,
});

export const resetSecondFactor = defineRoute({
  method: 'POST',
  path: '/api/accounts/:accountId/second-factor-reset',
  id: 'resetSecondFactor',
  summary: '动态口令设备遗失：停用原来的动态口令（安全管理员）',
  tag,
  access: 'signed-in',
  params: accountParams,
  response: accountSchema,
});

export const grantRoles = defineRoute({
  method: 'PUT',
  path: '/api/accounts/:accountId/roles',
  id: 'grantRoles',
  summary: '授予角色（安全管理员；不能授予自己）；全部登录立即失效，重新登录后生效',
  tag,
  access: 'signed-in',
  params: accountParams,
  body: z.object({ grants: z.array(roleGrantSchema).max(20) }),
  response: accountSchema,
});

export const listAccountSignIns = defineRoute({
  method: 'GET',
  path: '/api/accounts/:accountId/sign-ins',
  id: 'listAccountSignIns',
  summary: '账号的有效登录（安全管理员）',
  tag,
  access: 'signed-in',
  params: accountParams,
  response: z.object({ signIns: z.array(signInSchema) }),
});

export const revokeAccountSignIns = defineRoute({
  method: 'DELETE',
  path: '/api/accounts/:accountId/sign-ins',
  id: 'revokeAccountSignIns',
  summary: '使账号的全部登录立即失效（安全管理员）',
  tag,
  access: 'signed-in',
  params: accountParams,
  status: 204,
  response: z.undefined(),
});

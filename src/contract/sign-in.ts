import { z } from 'zod';
import { roles } from '../domain/organisation/actor.ts';
import { cityCode, defineRoute, uuid } from './route.ts';

const tag = '登录';

/** Of a new password; the same in the form and on the server. */
export const passwordRule = { min: 10, max: 128 } as const;

export const newPassword = z
  .string()
  .min(passwordRule.min, `密码至少${passwordRule.min}个字符`)
  .max(passwordRule.max, `密码最多${passwordRule.max}个字符`)
  .meta({ title: '新密码', widget: 'password' });
const typedPassword = z.string().min(1, '请填写密码').max(passwordRule.max);
export const totpCode = z
  .string()
  .regex(/^\d{6}$/, '动态口令是6位数字')
  .meta({ title: '动态口令' });
export const loginName = z
  .string()
  .trim()
  .min(2, '登录名至少2个字符')
  .max(64, '登录名最多64个字符')
  .regex(/^[\p{L}\p{N}._@-]+$/u, '登录名只能用文字、数字和 . _ @ -')
  .meta({ title: '登录名' });

/** Who is signed in: the actor and the names that the frame of the screen shows. */
export const meSchema = z.object({
  accountId: uuid,
  login: z.string(),
  personId: uuid,
  personName: z.string(),
  cityCode,
  linkageName: z.string(),
  tenantId: uuid,
  tenantName: z.string(),
  tenantShortName: z.string(),
  bodyId: uuid,
  level: z.enum(['city', 'county']),
  kind: z.enum(['body', 'organ', 'party-office']),
  roles: z.array(z.enum(roles)),
  unitIds: z.array(uuid),
  hasSecondFactor: z.boolean(),
  /** True when an administrator must set up the second factor before anything else. */
  mustAddSecondFactor: z.boolean(),
});
export type Me = z.output<typeof meSchema>;

export const signIn = defineRoute({
  method: 'POST',
  path: '/api/sign-in',
  id: 'signIn',
  summary: '登录；启用动态口令的账号第一次会得到 sign-in/code-required，带上口令再次提交',
  tag,
  access: 'anyone',
  secret: true,
  body: z.object({
    login: z.string().trim().min(1, '请填写登录名').max(64),
    password: typedPassword,
    code: totpCode.optional(),
  }),
  response: meSchema,
});

export const signOut = defineRoute({
  method: 'DELETE',
  path: '/api/sign-in',
  id: 'signOut',
  summary: '退出登录',
  tag,
  access: 'signed-in',
  beforeSecondFactor: true,
  status: 204,
  response: z.undefined(),
});

export const readMe = defineRoute({
  method: 'GET',
  path: '/api/me',
  id: 'readMe',
  summary: '当前登录的人',
  tag,
  access: 'signed-in',
  beforeSecondFactor: true,
  response: meSchema,
});

export const signInSchema = z.object({
  id: uuid,
  startedAt: z.string(),
  lastSeenAt: z.string(),
  address: z.string(),
  userAgent: z.string(),
  isThis: z.boolean(),
});

export const listMySignIns = defineRoute({
  method: 'GET',
  path: '/api/me/sign-ins',
  id: 'listMySignIns',
  summary: '我在各处的有效登录',
  tag,
  access: 'signed-in',
  beforeSecondFactor: true,
  response: z.object({ signIns: z.array(signInSchema) }),
});

export const revokeMySignIn = defineRoute({
  method: 'DELETE',
  path: '/api/me/sign-ins/:signInId',
  id: 'revokeMySignIn',
  summary: '使我的一处登录立即失效',
  tag,
  access: 'signed-in',
  beforeSecondFactor: true,
  params: z.object({ signInId: uuid }),
  status: 204,
  response: z.undefined(),
});

export const revokeMySignIns = defineRoute({
  method: 'DELETE',
  path: '/api/me/sign-ins',
  id: 'revokeMySignIns',
  summary: '使我的全部登录立即失效，包括这一处',
  tag,
  access: 'signed-in',
  beforeSecondFactor: true,
  status: 204,
  response: z.undefined(),
});

export const changeMyPassword = defineRoute({
  method: 'POST',
  path: '/api/me/password',
  id: 'changeMyPassword',
  summary: '修改密码；其他各处的登录随即失效',
  tag,
  access: 'signed-in',
  beforeSecondFactor: true,
  secret: true,
  body: z.object({ current: typedPassword.meta({ title: '现在的密码', widget: 'password' }), next: newPassword }),
  status: 204,
  response: z.undefined(),
});

export const addSecondFactor = defineRoute({
  method: 'POST',
  path: '/api/me/second-factor',
  id: 'addSecondFactor',
  summary: '开始启用动态口令：得到密钥，用口令确认后才生效',
  tag,
  access: 'signed-in',
  beforeSecondFactor: true,
  secret: true,
  body: z.object({ password: typedPassword.meta({ title: '现在的密码', widget: 'password' }) }),
  response: z.object({ secret: z.string(), uri: z.string() }),
});

export const confirmSecondFactor = defineRoute({
  method: 'POST',
  path: '/api/me/second-factor/confirmation',
  id: 'confirmSecondFactor',
  summary: '用一个动态口令确认启用',
  tag,
  access: 'signed-in',
  beforeSecondFactor: true,
  secret: true,
  body: z.object({ code: totpCode }),
  status: 204,
  response: z.undefined(),
});

export const removeSecondFactor = defineRoute({
  method: 'POST',
  path: '/api/me/second-factor/removal',
  id: 'removeSecondFactor',
  summary: '停用动态口令',
  tag,
  access: 'signed-in',
  secret: true,
  body: z.object({ password: typedPassword, code: totpCode }),
  status: 204,
  response: z.undefined(),
});

const linkToken = z.string().regex(/^[\w-]{43}$/, '链接不完整');

export const readFirstUse = defineRoute({
  method: 'POST',
  path: '/api/first-use/reading',
  id: 'readFirstUse',
  summary: '首次使用链接属于谁',
  tag,
  access: 'anyone',
  secret: true,
  body: z.object({ token: linkToken }),
  response: z.object({ login: z.string(), personName: z.string(), expiresAt: z.string() }),
});

export const useFirstUse = defineRoute({
  method: 'POST',
  path: '/api/first-use',
  id: 'useFirstUse',
  summary: '用首次使用链接设置密码；链接只能用一次',
  tag,
  access: 'anyone',
  secret: true,
  body: z.object({ token: linkToken, password: newPassword }),
  status: 204,
  response: z.undefined(),
});

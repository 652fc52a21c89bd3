import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Problem } from '../../contract/route.ts';
import {
  ConflictError,
  ForbiddenError,
  NotFoundError,
  NotSignedInError,
  RefusedError,
  UnacceptableError,
} from '../errors.ts';

/** A request that does not fit its contract; `fields` names each wrong place. */
export class InvalidRequestError extends Error {
  readonly part: string;
  readonly fields: { path: string; text: string }[];

  constructor(part: string, issues: readonly z.core.$ZodIssue[]) {
    super(`The ${part} does not fit the contract.`);
    this.name = 'InvalidRequestError';
    this.part = part;
    this.fields = issues.map((issue) => ({ path: issue.path.join('.'), text: issue.message }));
  }
}

const kindNames: Readonly<Record<string, string>> = {
  case: '事项',
  act: '法定行为',
  'entered-act': '待确认的决定',
  package: '报送件',
  note: '现场记录',
  account: '账号',
  person: '人员',
  tenant: '单位',
  'sign-in': '登录',
  'first-use-link': '首次使用链接',
  'calendar-feed': '日历链接',
  file: '文件',
  page: '页面',
};

/**
 * The one place where an error becomes an answer: a problem (RFC 9457) with a stable code and Chinese words. What is not known here is
 * a bug: it is logged with its stack and answered without a word about the inside.
 */
export function answerProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  else request.log.info({ code: problem.code, status: problem.status }, 'request answered with a problem');
  return sendProblem(reply, problem);
}

/** Sends a problem with its media type. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer((value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .send(problem);
}

export function problemOf(error: unknown): Problem {
  if (error instanceof RefusedError) return refused(error);
  if (error instanceof InvalidRequestError) return invalid(error);
  if (error instanceof NotFoundError) {
    return problem(404, `${error.kind}/not-found`, titleOfMissing(error), textOfMissing(error));
  }
  if (error instanceof ConflictError) return problem(409, error.code, '内容已经变动', error.text);
  if (error instanceof ForbiddenError) return problem(403, error.code, '没有权限', error.text);
  if (error instanceof NotSignedInError) return problem(401, error.code, titleOf401(error), error.text);
  if (error instanceof UnacceptableError) {
    const { clause } = error;
    return { ...problem(422, error.code, '不能接受', error.text), ...(clause === undefined ? {} : { clause }) };
  }
  return problemOfStatus(statusOf(error));
}

/** An address that was cut or mistyped cannot be mended by filling in; what was filled in is named field by field. */
function invalid({ part, fields }: InvalidRequestError): Problem {
  if (part === 'body') {
    return { ...problem(400, 'request/invalid', '填写的内容不符合要求', '请按各项的提示更正后再提交。'), fields };
  }
  const text =
    '这个地址不完整，或者其中有错字。请从菜单、列表或者搜索重新打开；是别人发来的，请对方重新复制完整的地址。';
  return { ...problem(400, 'request/invalid', '地址不正确', text), fields };
}

function titleOfMissing({ kind }: NotFoundError): string {
  return kind === 'first-use-link' ? '链接不能再用' : '没有找到';
}

/** What is missing, and what would help. A link that was used and one that is over are not told apart: neither says anything about an account. */
function textOfMissing({ kind }: NotFoundError): string {
  if (kind === 'first-use-link') {
    return '这个首次使用链接已经用过、已经过期，或者没有复制完整。已经设置过密码的，请直接登录；还没有设置的，请本单位系统管理员重新发给链接。';
  }
  const name = kindNames[kind] ?? '内容';
  return `${name}不存在，或者不在您可以查看的范围内。请从菜单、列表或者搜索重新打开；确需查看的，请与发来地址的单位核对。`;
}

/** Nobody is signed in, or a sign-in was tried and did not succeed. */
function titleOf401({ code }: NotSignedInError): string {
  return code === 'sign-in/required' ? '需要登录' : '没有登录成功';
}

function refused({ refusals }: RefusedError): Problem {
  const [first] = refusals;
  if (first === undefined) return problem(409, 'refused', '不能办理');
  return {
    ...problem(409, first.code, '不能办理', first.text),
    clause: first.clause,
    refusals: refusals.map((refusal) => ({ ...refusal })),
  };
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500;
  return typeof error.statusCode === 'number' ? error.statusCode : 500;
}

/** Statuses that the server and its plugins raise by themselves. */
function problemOfStatus(status: number): Problem {
  switch (status) {
    case 404:
      return problem(404, 'page/not-found', '没有找到', '没有这个地址，请从菜单或者搜索重新打开。');
    case 406:
      return problem(406, 'request/not-acceptable', '无法按要求的格式提供', '请换用网页或者电子表格格式。');
    case 413:
      return problem(413, 'request/too-large', '内容过大', '内容超过大小限制，请压缩或拆分后重试。');
    case 415:
      return problem(415, 'request/media-type', '不支持的内容格式', '请按页面提示的格式上传。');
    case 429:
      return problem(429, 'request/too-many', '请求过于频繁', '请稍候一分钟再试。');
    case 503:
      return problem(503, 'server/not-ready', '系统尚未就绪', '请稍候重试。');
    default:
      if (status >= 400 && status < 500)
        return problem(
          400,
          'request/malformed',
          '请求的格式不正确',
          '请刷新页面后重试；如果反复出现，请把发生的时间告诉系统管理员。',
        );
      return problem(500, 'server/failed', '系统出现错误', '请稍候重试；如果反复出现，请把发生的时间告诉系统管理员。');
  }
}

/** A problem of ours: `type` is a stable name made of the code. */
export function problem(status: number, code: string, title: string, detail?: string): Problem {
  return { type: `urn:liandu:problem:${code}`, title, status, code, ...(detail === undefined ? {} : { detail }) };
}

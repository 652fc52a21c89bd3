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
  readonly fields: { path: string; text: string }[];

  constructor(part: string, issues: readonly z.core.$ZodIssue[]) {
    super(`The ${part} does not fit the contract.`);
    this.name = 'InvalidRequestError';
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
  if (error instanceof InvalidRequestError) {
    return { ...problem(400, 'request/invalid', '填写的内容不符合要求'), fields: error.fields };
  }
  if (error instanceof NotFoundError) {
    return problem(
      404,
      `${error.kind}/not-found`,
      '没有找到',
      `${kindNames[error.kind] ?? '内容'}不存在，或者不在您可以查看的范围内。`,
    );
  }
  if (error instanceof ConflictError) return problem(409, error.code, '内容已经变动', error.text);
  if (error instanceof ForbiddenError) return problem(403, error.code, '没有权限', error.text);
  if (error instanceof NotSignedInError) return problem(401, error.code, '需要登录', error.text);
  if (error instanceof UnacceptableError) {
    const { clause } = error;
    return { ...problem(422, error.code, '不能接受', error.text), ...(clause === undefined ? {} : { clause }) };
  }
  return problemOfStatus(statusOf(error));
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
      return problem(404, 'page/not-found', '没有找到', '没有这个地址。');
    case 406:
      return problem(406, 'request/not-acceptable', '无法按要求的格式提供');
    case 413:
      return problem(413, 'request/too-large', '内容过大', '内容超过大小限制，请压缩或拆分后重试。');
    case 415:
      return problem(415, 'request/media-type', '不支持的内容格式');
    case 429:
      return problem(429, 'request/too-many', '请求过于频繁', '请稍候一分钟再试。');
    case 503:
      return problem(503, 'server/not-ready', '系统尚未就绪', '请稍候重试。');
    default:
      if (status >= 400 && status < 500) return problem(400, 'request/malformed', '请求的格式不正确');
      return problem(500, 'server/failed', '系统出现错误', '请稍候重试；如果反复出现，请把发生的时间告诉系统管理员。');
  }
}

/** A problem of ours: `type` is a stable name made of the code. */
export function problem(status: number, code: string, title: string, detail?: string): Problem {
  return { type: `urn:liandu:problem:${code}`, title, status, code, ...(detail === undefined ? {} : { detail }) };
}

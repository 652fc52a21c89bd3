import { z } from 'zod';
import { type PackageKind, packageKindNames } from '../domain/package/contents.ts';
import { actOutcomeSchema } from './act-route.ts';
import { exportFile as file } from './export-file.ts';
import { limits } from './fields.ts';
import { paging } from './paging.ts';
import { defineRoute, plainDate, uuid } from './route.ts';

// The names have exactly the kinds as keys: `satisfies` in domain/package/contents.ts.
export const packageKinds = Object.keys(packageKindNames) as [PackageKind, ...PackageKind[]];

/** `waiting`: what waits for a signature first, then newest first. */
export const packageSorts = ['waiting', 'newest', 'oldest', 'title', 'kind', 'party'] as const;

const boxes = z.enum(['in', 'out']).default('in');

/** Which packages: of a box, and of those the ones that fit everything that is said. */
export const packageFilter = {
  box: boxes,
  /** `waiting`: somebody has not signed yet; in the inbox that somebody is the own tenant. */
  receipt: z.enum(['waiting', 'received']).optional(),
  kind: z.enum(packageKinds).optional(),
  caseId: uuid.optional(),
  /** The other side: the sender of what came, an addressee of what went. */
  partyId: uuid.optional(),
  from: plainDate.optional(),
  until: plainDate.optional(),
  text: z.string().trim().max(limits.shortText).optional(),
  sort: z.enum(packageSorts).default('waiting'),
};

const packageSchema = z.object({
  id: uuid,
  fromTenantId: uuid,
  fromName: z.string(),
  caseId: uuid,
  caseName: z.string(),
  kind: z.string(),
  kindName: z.string(),
  title: z.string(),
  digest: z.string(),
  sealedAt: z.string(),
  sealedOn: plainDate,
  supersedesId: uuid.nullable(),
  addressees: z.array(
    z.object({
      tenantId: uuid,
      name: z.string(),
      receivedAt: z.string().nullable(),
      receivedOn: plainDate.nullable(),
    }),
  ),
});
export type PackageView = z.output<typeof packageSchema>;

export const listPackages = defineRoute({
  method: 'GET',
  path: '/api/packages',
  id: 'listPackages',
  summary: '收到和发出的报送件、交办件：筛选、排序、分页',
  tag: '报送件',
  access: 'signed-in',
  query: z.object({ ...packageFilter, ...paging }),
  response: z.object({
    packages: z.array(packageSchema),
    total: z.number().int(),
    /** Of those that fit, how many wait for a signature. */
    waiting: z.number().int(),
    pageSize: z.number().int(),
  }),
});

const choice = z.object({ id: z.string(), name: z.string() });

export const listPackageChoices = defineRoute({
  method: 'GET',
  path: '/api/packages/choices',
  id: 'listPackageChoices',
  summary: '报送件可以按哪些种类、事项和单位筛选',
  tag: '报送件',
  access: 'signed-in',
  query: z.object({ box: boxes }),
  response: z.object({ kinds: z.array(choice), cases: z.array(choice), parties: z.array(choice) }),
});

export const readPackage = defineRoute({
  method: 'GET',
  path: '/api/packages/:packageId',
  id: 'readPackage',
  summary: '一件报送件的内容；阅读记入审计',
  tag: '报送件',
  access: 'signed-in',
  params: z.object({ packageId: uuid }),
  response: packageSchema.extend({
    content: z.unknown(),
    attachments: z.array(z.object({ digest: z.string(), name: z.string(), size: z.number() })),
  }),
});

export const receivePackage = defineRoute({
  method: 'POST',
  path: '/api/packages/:packageId/receipt',
  id: 'receivePackage',
  summary: '签收',
  tag: '报送件',
  status: 201,
  access: 'signed-in',
  params: z.object({ packageId: uuid }),
  body: z.object({ on: plainDate.optional() }),
  response: actOutcomeSchema,
});

export const exportPackages = defineRoute({
  ...file,
  path: '/api/packages/export',
  id: 'exportPackages',
  summary: '导出报送件清单',
  query: z.object(packageFilter),
});

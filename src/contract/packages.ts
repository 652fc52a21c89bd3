import { z } from 'zod';
import { actOutcomeSchema } from './acts.ts';
import { defineRoute, plainDate, uuid } from './route.ts';

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
  summary: '收到和发出的报送件、交办件',
  tag: '报送件',
  access: 'signed-in',
  query: z.object({ box: z.enum(['in', 'out']).default('in') }),
  response: z.object({ packages: z.array(packageSchema) }),
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

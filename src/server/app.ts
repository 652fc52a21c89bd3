import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { fastifySSE } from '@fastify/sse';
import { type FastifyInstance, fastify, LogController } from 'fastify';
import { z } from 'zod';
import { createAccount } from './accounts/account-commands.ts';
import { registerAccountRoutes } from './accounts/account-routes.ts';
import { registerAuditRoutes } from './accounts/audit-routes.ts';
import { registerSetupRoutes } from './accounts/setup-routes.ts';
import { registerSignInRoutes } from './accounts/sign-in-routes.ts';
import { registerTourRoutes } from './accounts/tour-routes.ts';
import { registerActRoutes } from './acts/act-routes.ts';
import { registerDraftRoutes } from './acts/draft-routes.ts';
import { refreshLinkage } from './acts/refresh-cases.ts';
import { registerAssessmentRoutes } from './ballots/assessment-routes.ts';
import type { Database } from './db/database.ts';
import { readMigrations } from './db/migrate.ts';
import { registerDeputyRoutes } from './deputies/deputy-routes.ts';
import type { App, Clock, HttpConfig } from './http/app-parts.ts';
import { registerEventRoutes } from './http/event-routes.ts';
import { registerFileRoutes } from './http/file-routes.ts';
import { registerHealthRoutes } from './http/health-routes.ts';
import { followLive } from './http/live.ts';
import { registerOpenApi } from './http/openapi.ts';
import { requireOwnOrigin } from './http/origin-check.ts';
import { answerProblem } from './http/problems.ts';
import { contentSecurityPolicy, securityHeaders } from './http/security-headers.ts';
import { registerWeb } from './http/web.ts';
import { registerCalendarFeedRoutes } from './notifications/calendar-feed-routes.ts';
import { registerNoticeRoutes } from './notifications/notice-routes.ts';
import { registerReminderRoutes } from './notifications/reminder-routes.ts';
import { registerLeaderDutyRoutes } from './organisations/leader-duty-routes.ts';
import { registerOrganisationRoutes } from './organisations/organisation-routes.ts';
import { registerWorkbookRoutes } from './organisations/workbook-routes.ts';
import { registerPackageRoutes } from './packages/package-routes.ts';
import { registerExpectationRoutes } from './research/expectation-routes.ts';
import { registerFieldNoteRoutes } from './research/field-note-routes.ts';
import { registerItineraryRoutes } from './research/itinerary-routes.ts';
import { registerVisitNoticeRoutes } from './research/visit-notice-routes.ts';
import { registerSearchRoutes } from './search/search-routes.ts';
import { registerTaskRoutes } from './tasks/task-routes.ts';
import { registerCaseExportRoutes } from './topics/case-export-routes.ts';
import { registerCaseRoutes } from './topics/case-routes.ts';
import { registerConsultationRoutes } from './topics/consultation-routes.ts';
import { registerInterpellationRoutes } from './topics/interpellation-routes.ts';
import { registerRepeatRoutes } from './topics/repeat-routes.ts';
import { registerSuggestionRoutes } from './topics/suggestion-routes.ts';
import { registerTopicExportRoutes } from './topics/topic-export-routes.ts';
import { registerYearExportRoutes } from './topics/year-export-routes.ts';

/** `more` registers further routes, such as those of a test, before the server is ready. */
type AppParts = { database: Database; config: HttpConfig; clock: Clock; more?: (app: App) => void };

/**
 * The whole HTTP server, ready to be asked through `app.http.inject` or to listen; it never listens itself. Closing `app.http` ends open
 * streams and the live updates, not the database.
 */
export async function buildApp({ more, ...parts }: AppParts): Promise<App> {
  z.config(z.locales.zhCN());
  const http = fastify({
    logger: { level: parts.config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: parts.config.trustProxy,
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  const app: App = { ...parts, http, live: followLive(parts.database, http.log), contracts: [] };
  http.addHook('onClose', () => app.live.stop());
  await registerPlugins(http, parts.config);
  const migrations = await readMigrations(join(import.meta.dirname, '..', '..', 'migrations'));
  registerHealthRoutes(
    app,
    migrations.map((migration) => migration.name),
  );
  registerSlices(app);
  more?.(app);
  await registerWeb(app);
  await http.ready();
  return app;
}

/** Slices from low to high; each adds its own line. */
function registerSlices(app: App): void {
  registerSetupRoutes(app);
  registerSignInRoutes(app);
  registerOrganisationRoutes(app, refreshLinkage);
  registerWorkbookRoutes(app, {
    createAccount: (trx, by, { login, tenantId, personId }) =>
      createAccount(trx, by, { login, tenantId, person: { id: personId } }),
    refreshLinkage,
  });
  registerLeaderDutyRoutes(app);
  registerAccountRoutes(app);
  registerTourRoutes(app);
  registerAuditRoutes(app);
  registerPackageRoutes(app);
  registerSearchRoutes(app);
  registerTaskRoutes(app);
  registerActRoutes(app);
  registerDraftRoutes(app);
  registerCaseRoutes(app);
  registerSuggestionRoutes(app);
  registerConsultationRoutes(app);
  registerInterpellationRoutes(app);
  registerItineraryRoutes(app);
  registerVisitNoticeRoutes(app);
  registerExpectationRoutes(app);
  registerCaseExportRoutes(app);
  registerTopicExportRoutes(app);
  registerYearExportRoutes(app);
  registerRepeatRoutes(app);
  registerFieldNoteRoutes(app);
  registerDeputyRoutes(app);
  registerNoticeRoutes(app);
  registerReminderRoutes(app);
  registerCalendarFeedRoutes(app);
  registerAssessmentRoutes(app);
  registerFileRoutes(app);
  registerEventRoutes(app);
}

async function registerPlugins(http: FastifyInstance, config: HttpConfig): Promise<void> {
  http.setErrorHandler(answerProblem);
  http.addHook('onRequest', (request, reply, done) => {
    reply.header('content-security-policy', contentSecurityPolicy);
    requireOwnOrigin(request, config.publicUrl);
    done();
  });
  await http.register(helmet, securityHeaders(config));
  await http.register(cookie);
  await http.register(rateLimit, {
    global: false,
    errorResponseBuilder: () => Object.assign(new Error('Too many requests.'), { statusCode: 429 }),
  });
  await http.register(multipart);
  await http.register(fastifySSE, { heartbeatInterval: 25_000 });
  await http.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] });
  await registerOpenApi(http);
}

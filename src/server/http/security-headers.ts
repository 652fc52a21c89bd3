import type { HttpConfig } from './app-parts.ts';

/**
 * Scripts, fonts and connections only from our own origin; no frame, no plugin, no foreign form target. Styles may be inline because antd
 * sets style attributes and elements at run time (docs/decisions). Only an installation reached by https tells browsers to insist on it.
 */
export function securityHeaders(config: HttpConfig) {
  const isHttps = config.publicUrl?.startsWith('https:') === true;
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 15_552_000 } : (false as const),
    crossOriginOpenerPolicy: isHttps ? { policy: 'same-origin' as const } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' as const },
    originAgentCluster: isHttps,
    referrerPolicy: { policy: 'same-origin' as const },
    frameguard: { action: 'deny' as const },
  };
}

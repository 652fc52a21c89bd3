import type { HttpConfig } from './app-parts.ts';

/**
 * Scripts, fonts and connections only from our own origin; no frame, no plugin, no foreign form target. Styles may be inline because antd
 * sets style attributes and elements at run time.
 */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The other headers. Only an installation reached by https tells browsers to insist on it. */
export function securityHeaders(config: HttpConfig) {
  const isHttps = config.publicUrl?.startsWith('https:') === true;
  return {
    // Sent as one ready text instead: building it anew cost a twentieth of a small request.
    contentSecurityPolicy: false as const,
    strictTransportSecurity: isHttps ? { maxAge: 15_552_000 } : (false as const),
    crossOriginOpenerPolicy: isHttps ? { policy: 'same-origin' as const } : (false as const),
    crossOriginResourcePolicy: { policy: 'same-origin' as const },
    originAgentCluster: isHttps,
    referrerPolicy: { policy: 'same-origin' as const },
    frameguard: { action: 'deny' as const },
  };
}

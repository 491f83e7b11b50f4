import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'

/** Set on every answer, errors included (ASVS 5.0, 3.4). Returns the nonce of this answer's policy. */
export function setSecurityHeaders(response: ServerResponse, isHttps: boolean): string {
  const nonce = randomBytes(16).toString('base64')
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.setHeader('Content-Security-Policy', contentSecurityPolicy(nonce))
  if (isHttps) response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  return nonce
}

/**
 * @param formActions origins besides our own where a form of this page may end up: some browsers hold a
 * redirect after a post to form-action too, so the page that sends a person back to a relying service names it
 */
export function contentSecurityPolicy(nonce: string, formActions: readonly string[] = []): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action ${["'self'", ...formActions].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cache-Control': 'no-store',
}

import type { ExecutionContext } from 'ava'
import { load } from 'cheerio'
import type { TestApp } from '../support/app.js'
import type { Answer } from '../support/raw.js'

export const formType = { 'content-type': 'application/x-www-form-urlencoded' }

/** The queue keeps itself, and a mail of the demo may be on its way. */
export const except = ['pgboss.', 'public.audit_']

/** A page of ours where it is a page, and our security headers whatever it is. */
export const isOurs = (t: ExecutionContext, { status, headers, body }: Answer, what: string): void => {
  t.truthy(headers['content-security-policy'], what)
  t.is(headers['x-content-type-options'], 'nosniff', what)
  if (status < 400 || !/html/.test(headers['content-type'] ?? '') || body === '') return
  t.true(load(body)('h1').text().length > 5, what)
}

export const hasNoAccidents = (t: ExecutionContext, { logged }: TestApp): void => {
  t.deepEqual(
    logged.filter((line) => /nobody expected|could not be finished/.test(line)),
    [],
  )
}

/** Whom people can call. Shown on pages and in mails; what they are told to do there stands in `src/text/`. */
export interface Agency {
  readonly name: { readonly sv: string; readonly en: string }
  /** As it is written, and as a telephone dials it (RFC 3966). */
  readonly telephone: { readonly written: string; readonly dialled: `+${string}` }
  /** Weekdays, Swedish time, 24-hour clock. */
  readonly hours: { readonly opens: string; readonly closes: string }
  readonly website: `https://${string}`
  /** Where papers are sent, and what stands on ours: the lines of an address, the last with the postal code first. */
  readonly address: readonly [string, ...string[]]
}

/** A made-up agency, with a number that is reserved for fiction: whoever runs the service writes their own here. */
export const agency: Agency = {
  name: { sv: 'Myndigheten för studiestatistik', en: 'The Agency for Study Statistics' },
  telephone: { written: '08-465 004 00', dialled: '+46846500400' },
  hours: { opens: '09.00', closes: '16.00' },
  website: 'https://example.se',
  address: ['Box 100', '123 45 Exempelstad'],
}

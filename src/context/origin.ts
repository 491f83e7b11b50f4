/** Where a request came from, as every audit event tells it. */
export interface Origin {
  readonly address: string
  readonly requestId: string
}

/** For what the service does by itself: a job, a start, a command. */
export const fromWithin = (what: string): Origin => ({ address: 'internal', requestId: what })

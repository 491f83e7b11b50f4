import type { Policy } from '../../../config/policy.js'
import { accountsEndedBefore, disposeOfEndedAccounts } from '../../accounts/dispose-ended.js'
import { disposeOfEndingRequests, endingRequestsDecidedBefore } from '../../accounts/ending-requests/dispose.js'
import { disposeOfReasons, endingsReopenedBefore } from '../../accounts/endings/dispose.js'
import { disposeOfEvents, oldEvents } from '../../audit/periods/dispose-events.js'
import type { Counted } from '../../database/counted-by.js'
import type { Db } from '../../database/database.js'
import { assurancesOver, disposeOfAssurances } from '../../organisations/assurances/dispose.js'
import { disposeOfRequests, requestsAnsweredBefore } from '../../permissions/requests/dispose.js'
import { disposeOfLetters, lettersPostedBefore } from '../../username-letters/dispose.js'

export interface RecordClass {
  readonly years: (policy: Policy) => number
  /** What is older than the day. */
  readonly due: (db: Db, before: string) => Promise<Counted>
  /** Some of it goes; none is left when fewer than asked for went. */
  readonly dispose: (db: Db, some: Some) => Promise<number>
}

export interface Some {
  readonly before: string
  /** Who ordered it. */
  readonly by: string
  readonly atMost: number
}

/** What is kept for some years, and goes when an officer says so. */
export const recordClasses = {
  events: { years: ({ retention }) => retention.auditYears, due: oldEvents, dispose: disposeOfEvents },
  letters: {
    years: ({ retention }) => retention.postedLetterYears,
    due: lettersPostedBefore,
    dispose: disposeOfLetters,
  },
  requests: {
    years: ({ retention }) => retention.answeredRequestYears,
    due: requestsAnsweredBefore,
    dispose: disposeOfRequests,
  },
  'ending-requests': {
    years: ({ retention }) => retention.endingRequestYears,
    due: endingRequestsDecidedBefore,
    dispose: disposeOfEndingRequests,
  },
  assurances: { years: ({ retention }) => retention.assuranceYears, due: assurancesOver, dispose: disposeOfAssurances },
  accounts: {
    years: ({ retention }) => retention.endedAccountYears,
    due: accountsEndedBefore,
    dispose: disposeOfEndedAccounts,
  },
  endings: {
    years: ({ retention }) => retention.endedAccountYears,
    due: endingsReopenedBefore,
    dispose: disposeOfReasons,
  },
} as const satisfies Record<string, RecordClass>

export type ClassName = keyof typeof recordClasses

export const classNames = [
  'events',
  'letters',
  'requests',
  'ending-requests',
  'assurances',
  'accounts',
  'endings',
] as const satisfies readonly ClassName[]

export function classNamed(written: string): ClassName | undefined {
  return classNames.find((name) => name === written)
}

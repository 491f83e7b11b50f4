import { retentionBounds } from './retention.js'

/**
 * The policy: every number that a rule rests on, with the bounds within which an operator may move it.
 * The defaults are what the service promises. A value is overridden from the environment by its path:
 * `lock.minutes` by `POLICY_LOCK_MINUTES`, `resetCode.ordersPerHour` by `POLICY_RESET_CODE_ORDERS_PER_HOUR`.
 */
export const policyBounds = {
  lock: {
    /** More wrong attempts than this lock the name. */
    toleratedFailures: { standard: 3, least: 1, most: 10 },
    minutes: { standard: 30, least: 1, most: 1440 },
    /** An unlocked counter that nobody has touched for this long is forgotten. */
    forgottenAfterDays: { standard: 30, least: 1, most: 365 },
    /** The most names counted at once, known and invented; the longest untouched go first. */
    countedNames: { standard: 1_000_000, least: 1_000, most: 100_000_000 },
  },
  source: {
    windowMinutes: { standard: 10, least: 1, most: 1440 },
    failuresPerAddress: { standard: 20, least: 4, most: 1_000_000 },
    failuresPerNetwork: { standard: 100, least: 4, most: 1_000_000 },
    /** A name that has succeeded from a network within so long may still be tried from it at the limit, so often. */
    familiarDays: { standard: 30, least: 1, most: 365 },
    triesAtLimit: { standard: 3, least: 1, most: 10 },
    triesAtLimitPerDay: { standard: 15, least: 1, most: 1_000 },
    ordersPerAddress: { standard: 20, least: 4, most: 1_000_000 },
    ordersPerNetwork: { standard: 100, least: 4, most: 1_000_000 },
  },
  client: {
    /** How many wrong authentications of one client from one source are answered as such; more are turned away. */
    wrongPerSource: { standard: 20, least: 4, most: 1_000_000 },
    wrongMinutes: { standard: 10, least: 1, most: 1440 },
    /** A source that the client has authenticated from within so many days is never barred to the right secret. */
    knownDays: { standard: 30, least: 1, most: 365 },
    /** How far ahead a client assertion may expire, and how long ago it may be issued. */
    assertionMinutes: { standard: 10, least: 1, most: 60 },
  },
  password: {
    minimumLength: { standard: 15, least: 8, most: 64 },
    maximumLength: { standard: 256, least: 64, most: 256 },
  },
  hashing: {
    memoryKibibytes: { standard: 19_456, least: 7_168, most: 1_048_576 },
    passes: { standard: 2, least: 1, most: 20 },
    lanes: { standard: 1, least: 1, most: 16 },
    /** 0: as many as the machine has cores. */
    concurrency: { standard: 0, least: 0, most: 64 },
    /** Work beyond this many waiting is refused with 503. */
    waiting: { standard: 200, least: 1, most: 10_000 },
    /** No answer that rests on a password leaves earlier than this. */
    answerFloorMilliseconds: { standard: 120, least: 0, most: 5_000 },
  },
  resetCode: {
    minutes: { standard: 30, least: 5, most: 1440 },
    tries: { standard: 5, least: 1, most: 10 },
    /** For one name from one network: with so many wrong codes in a day no new one is mailed. */
    wrongPerDay: { standard: 10, least: 5, most: 100 },
    ordersPerMinute: { standard: 1, least: 1, most: 100 },
    ordersPerHour: { standard: 3, least: 1, most: 1_000 },
    ordersPerDay: { standard: 5, least: 1, most: 10_000 },
    /** For one name from all strangers' networks together, and again from all where it has succeeded lately. */
    ordersPerHourInAll: { standard: 6, least: 1, most: 1_000 },
    ordersPerDayInAll: { standard: 10, least: 1, most: 10_000 },
  },
  initialPassword: {
    days: { standard: 7, least: 1, most: 60 },
    daysAfterLetter: { standard: 3, least: 0, most: 30 },
    /** One reminder, so long before an unused one expires; none when it does not live so long. */
    reminderDaysBefore: { standard: 2, least: 1, most: 60 },
    /** How soon after one an administrator may have another sent, and how many in a day. */
    minutesBetween: { standard: 10, least: 1, most: 1440 },
    ordersPerDay: { standard: 5, least: 1, most: 100 },
  },
  kiosk: {
    /** How long a proved step in the password kiosk waits for the next. */
    stepMinutes: { standard: 15, least: 2, most: 60 },
  },
  session: {
    idleMinutes: { standard: 30, least: 1, most: 1440 },
    absoluteHours: { standard: 12, least: 1, most: 168 },
    /** How long before the end of an idle session its page says so; never more than half of it. */
    warningMinutes: { standard: 5, least: 1, most: 60 },
    /** For whoever administers anything, the stricter of these and those above. */
    privilegedIdleMinutes: { standard: 15, least: 1, most: 1440 },
    privilegedAbsoluteHours: { standard: 8, least: 1, most: 168 },
    privilegedWarningMinutes: { standard: 3, least: 1, most: 60 },
    perPerson: { standard: 5, least: 1, most: 100 },
    /** How long ago who sits there may have been proved, for acts that ask for it anew. */
    stepUpMinutes: { standard: 10, least: 1, most: 60 },
  },
  tokens: {
    accessTokenMinutes: { standard: 10, least: 1, most: 60 },
    idTokenMinutes: { standard: 5, least: 1, most: 60 },
    refreshTokenHours: { standard: 8, least: 1, most: 24 },
    authorizationCodeSeconds: { standard: 60, least: 10, most: 60 },
    interactionMinutes: { standard: 30, least: 5, most: 60 },
  },
  retention: retentionBounds,
} as const

type Bounds = typeof policyBounds

/** The rules in force, as numbers in the unit that the name says. */
export type Policy = {
  readonly [Group in keyof Bounds]: { readonly [Key in keyof Bounds[Group]]: number }
}

/** Every value of a policy, asked for one by one. */
export function makePolicy(valueOf: (group: string, key: string, bounds: Bound) => number): Policy {
  const groups = Object.entries(policyBounds).map(([group, keys]) => {
    const values = Object.entries<Bound>(keys).map(([key, bounds]) => [key, valueOf(group, key, bounds)])
    return [group, Object.fromEntries(values)]
  })
  return Object.fromEntries(groups) as Policy
}

export interface Bound {
  readonly standard: number
  readonly least: number
  readonly most: number
}

export const standardPolicy: Policy = makePolicy((_group, _key, { standard }) => standard)

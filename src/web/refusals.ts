/**
 * What is refused before any use case is called. Each becomes a page in the reader's language; none changes anything.
 */

/** 404. Not there, or not theirs: the two look the same. */
export class NotHere extends Error {
  override readonly name = 'NotHere'
}

/** 400. Not something that our pages send: doubled, array-shaped, unknown, too large or not a form. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
}

/** 403. The form's token is missing, old or another browser's. */
export class StaleForm extends Error {
  override readonly name = 'StaleForm'
}

/** 303 to where one signs in, and from there to the page that was asked for. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn'
  readonly returnTo: string

  constructor(returnTo: string) {
    super('nobody is signed in')
    this.returnTo = returnTo
  }
}

/** 303 to where one signs in though one is signed in, and from there back: it was too long ago for what was asked. */
export class StepUpRequired extends Error {
  override readonly name = 'StepUpRequired'
  readonly returnTo: string

  constructor(returnTo: string) {
    super('signed in too long ago for this')
    this.returnTo = returnTo
  }
}

/** 403. Signed in, and administers nothing: the tool is not for them. */
export class NotAppointed extends Error {
  override readonly name = 'NotAppointed'
}

/** 403. Signed in, and no officer of the agency: the tool is not for them. */
export class NotAnOfficer extends Error {
  override readonly name = 'NotAnOfficer'
}

/** Where a reader goes on who has been refused. */
export interface WayOn {
  /** The page of the form that was sent. */
  readonly again?: `/${string}`
  /** The relying service that they come from. */
  readonly service?: { readonly name: string; readonly homeUri: string } | undefined
}

/** 429 when one source asks too often, 503 when we are full. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch'
  readonly status: 429 | 503
  readonly retryAfterSeconds: number
  readonly wayOn: WayOn

  constructor(status: 429 | 503, retryAfterSeconds: number, wayOn: WayOn = {}) {
    super(`${status}: come back in ${retryAfterSeconds} s`)
    this.status = status
    this.retryAfterSeconds = retryAfterSeconds
    this.wayOn = wayOn
  }
}

/** 409. Sent before, and done once: with other contents, or with an answer that nobody knows any more. */
export class FormSentBefore extends Error {
  override readonly name = 'FormSentBefore'
  readonly as: 'the same' | 'other contents'
  /** Where the first answer led, when that is known. */
  readonly target: string | undefined

  constructor(as: FormSentBefore['as'], target?: string) {
    super(`sent before: ${as}`)
    this.as = as
    this.target = target
  }
}

/** One of those above, all of which have changed nothing. */
export function isRefusal(error: unknown): boolean {
  return [NotHere, BadInput, StaleForm, NotSignedIn, StepUpRequired, NotAppointed, NotAnOfficer, TooMuch].some(
    (refusal) => error instanceof refusal,
  )
}

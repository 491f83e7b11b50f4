import type { Mail } from './mail-job.js'

/** Where mail leaves the service. */
export interface MailTransport {
  /**
   * Hands one mail over, and answers when the other side has taken it for good. Sent twice with one Message-ID it is
   * one mail.
   * @throws Undeliverable when it will never be taken
   * @throws NotNow when it may be taken later
   */
  readonly send: (mail: Mail, messageId: string) => Promise<'sent'>
  readonly close: () => void
}

/** Refused for good. The reason is kept with the dead letter and holds no address and no text of the mail. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable'
  readonly reason: string

  constructor(reason: string, options?: ErrorOptions) {
    super(`A mail cannot be delivered: ${reason}`, options)
    this.reason = reason
  }
}

/** Not taken, or nobody can tell whether it was. It is tried again. */
export class NotNow extends Error {
  override readonly name = 'NotNow'
  readonly reason: string

  constructor(reason: string, options?: ErrorOptions) {
    super(`A mail was not taken: ${reason}`, options)
    this.reason = reason
  }
}

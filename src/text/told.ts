/** What the sentence about an audit event may say, already in words. */
export interface Told {
  /** Who did it; what nobody did, the system did. */
  readonly who: string
  /** Whom it was about. */
  readonly whom: string
  /** It was about an account; otherwise about a name that is nobody's, or about nobody. */
  readonly isAboutSomebody: boolean
  /** Who did it and whom it was about are the same. */
  readonly isOwn: boolean
  readonly isRefused: boolean
  readonly organisation: string
  readonly service: string
  /** The relying service that the details name. */
  readonly client: string
  /** The days that two of the details tell, the last one included. */
  readonly span: (from: string, to: string) => string
  /** A number among the details, in figures. */
  readonly count: (name: string) => string
  /** A word among the details. */
  readonly said: (name: string) => string
  readonly says: (name: string, value: string | boolean) => boolean
}

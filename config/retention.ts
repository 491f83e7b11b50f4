/**
 * How long each class of record is kept, with the reason and the bounds within which an operator may move it. What is
 * counted in years goes when an officer has looked at the disposal report and said so; what is counted in days goes by
 * itself. A part of the policy: `auditYears` is overridden by `POLICY_RETENTION_AUDIT_YEARS`.
 */
export const retentionBounds = {
  /** Whole calendar years of audit events. Ten: as long as a decision on student aid can be questioned. */
  auditYears: { standard: 10, least: 5, most: 100 },
  /** After it was posted: it tells that the username has been sent, which soon matters to nobody. */
  postedLetterYears: { standard: 2, least: 1, most: 100 },
  /** After the answer: the permission that followed tells the rest. */
  answeredRequestYears: { standard: 2, least: 1, most: 100 },
  /** After the decision, of requests to end an account. */
  endingRequestYears: { standard: 2, least: 1, most: 100 },
  /** What stands on an assurance of a person, and its scan, after the appointment ended or the paper was turned down. */
  assuranceYears: { standard: 5, least: 2, most: 100 },
  /**
   * Names, number, addresses and reasons, after the account ended; that it was there, and what it did, stays in the
   * audit. Of one that was reopened, the reasons, so long after that.
   */
  endedAccountYears: { standard: 5, least: 2, most: 100 },
  /** An address that was replaced: until both have been told, and questions have been asked. */
  formerEmailDays: { standard: 30, least: 1, most: 365 },
  /** A session that has ended: the audit remembers it. */
  endedSessionDays: { standard: 1, least: 1, most: 90 },
  /** What was typed and never saved. */
  draftDays: { standard: 1, least: 1, most: 30 },
} as const

/**
 * The role of permission administrator at one organisation, which rests on an approved assurance and ends with it
 * (product.md, rule 3).
 *
 *   planned ──its first day comes──▶ active ──its last day passes──▶ expired     by the calendar: no row is written
 *      │                               │
 *      ├──a newer paper replaces it────┤──▶ ended, replaced
 *      ├──an officer ends it───────────┤──▶ ended                                with the account, too
 *      ├──the organisation closes──────┤──▶ ended, closed
 *      └──it goes into another─────────┘──▶ ended, merged                        another one starts there
 *
 * What has ended or expired stays as it is: nothing ends it again, and only a newer appointment follows it. What ends
 * does so at once, and the person is told.
 */
export type AppointmentState = 'planned' | 'active' | 'expired' | 'ended'

/** Why one ended that had not expired. */
export type AppointmentEnd = 'replaced' | 'ended' | 'closed' | 'merged'

import { sql } from 'kysely'

export interface Counted {
  readonly count: number
  readonly oldest: string | null
  readonly newest: string | null
  /** What goes along with them and is counted apart: their files, their reasons. */
  readonly along?: number
}

/** How many rows there are, and the first and the last day among them, of a moment that each has. */
export const countedBy = (column: string) =>
  [
    sql<number>`count(*)::int`.as('count'),
    sql<string | null>`(min(${sql.ref(column)}) at time zone 'Europe/Stockholm')::date::text`.as('oldest'),
    sql<string | null>`(max(${sql.ref(column)}) at time zone 'Europe/Stockholm')::date::text`.as('newest'),
  ] as const

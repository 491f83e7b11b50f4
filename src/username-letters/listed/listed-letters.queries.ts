import type { Db } from '../../database/database.js'
import { among, canGo, hasPassword, isAddressed } from '../username-letters.queries.js'

export async function selectLettersOf(db: Db, accountId: string) {
  return await db
    .selectFrom('username_letter as letter')
    .where('letter.account_id', '=', accountId)
    .select(ofLetter)
    .orderBy('letter.ordered_at', 'desc')
    .execute()
}

const ofLetter = [
  'letter.id',
  'letter.account_id as accountId',
  'letter.organisation_id as organisationId',
  'letter.ordered_at as orderedAt',
  'letter.posted_at as postedAt',
  'letter.returned_at as returnedAt',
  'letter.withheld_at as withheldAt',
] as const

const lettersWithPeople = (db: Db) =>
  db
    .selectFrom('username_letter as letter')
    .innerJoin('account', 'account.id', 'letter.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('organisation', 'organisation.id', 'letter.organisation_id')
    .select(ofLetter)
    .select([
      'account.username',
      'letter.printed_at as printedAt',
      'organisation.name as organisation',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'person.street',
      'person.postal_code as postalCode',
      'person.locality',
      'person.country',
      'person.language',
      'person.has_protected_identity as hasProtectedIdentity',
      isAddressed.as('isAddressed'),
    ])

/** With the recipient's address. */
export async function selectListed(
  db: Db,
  { isPosted, atMost }: { readonly isPosted: boolean; readonly atMost: number },
) {
  return await lettersWithPeople(db)
    .where('letter.posted_at', isPosted ? 'is not' : 'is', null)
    .$if(!isPosted, (waiting) => waiting.where('account.ended_at', 'is', null))
    .$if(isPosted, (posted) => posted.orderBy('letter.posted_at', 'desc'))
    .orderBy('letter.ordered_at')
    .orderBy('letter.id')
    .limit(atMost)
    .execute()
}

/** One letter, with why it is withheld. */
export async function selectLetter(db: Db, id: string) {
  return await lettersWithPeople(db)
    .select('letter.withheld_why as withheldWhy')
    .where('letter.id', '=', id)
    .executeTakeFirst()
}

/** Those of an account, or those whose id begins so; the latest first. */
export async function selectFound(
  db: Db,
  { accountId, beginning }: { readonly accountId?: string | undefined; readonly beginning?: string | undefined },
) {
  const [first, last] = [
    `${beginning ?? ''}-0000-0000-0000-000000000000`,
    `${beginning ?? ''}-ffff-ffff-ffff-ffffffffffff`,
  ]
  return await lettersWithPeople(db)
    .$if(accountId !== undefined, (theirs) => theirs.where('letter.account_id', '=', accountId ?? ''))
    .$if(beginning !== undefined, (so) => so.where('letter.id', '>=', first).where('letter.id', '<=', last))
    .orderBy('letter.ordered_at', 'desc')
    .limit(20)
    .execute()
}

/** As they are put on paper, in the order that they were listed. */
export async function selectPrinted(db: Db, letterIds: readonly string[]) {
  return await lettersWithPeople(db)
    .select(['letter.forwarded_to as forwardedTo', hasPassword.as('hasPassword')])
    .where(among(letterIds))
    .where(canGo)
    .orderBy('letter.ordered_at')
    .orderBy('letter.id')
    .execute()
}

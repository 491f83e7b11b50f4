import { sql } from 'kysely'
import type { Db, Trx } from '../../database/database.js'

export interface Change {
  readonly kind: 'granted' | 'changed' | 'paused' | 'resumed' | 'ended'
  readonly grantId: string
  readonly accountId: string
  readonly organisationId: string
  readonly by: string | undefined
  /** A uuid; without it, an act of its own. */
  readonly act: string | undefined
}

export async function insertChange(trx: Trx, change: Change): Promise<void> {
  await trx
    .insertInto('permission_change')
    .values({
      act_id: sql<string>`coalesce(${change.act ?? null}::uuid, gen_random_uuid())`,
      kind: change.kind,
      grant_id: change.grantId,
      account_id: change.accountId,
      organisation_id: change.organisationId,
      changed_by: change.by ?? null,
    })
    .execute()
}

/** What one act did to many grants alike. */
export async function insertChanges(
  trx: Trx,
  {
    kind,
    organisationId,
    by,
    act,
  }: Pick<Change, 'kind' | 'organisationId'> & { readonly by: string; readonly act: string },
  grants: readonly { readonly grantId: string; readonly accountId: string }[],
): Promise<void> {
  await sql`
    insert into permission_change (act_id, kind, grant_id, account_id, organisation_id, changed_by)
    select ${act}::uuid, ${kind}, changed.grant_id, changed.account_id, ${organisationId}::uuid, ${by}::uuid
    from unnest(${grants.map(({ grantId }) => grantId)}::uuid[], ${grants.map(({ accountId }) => accountId)}::uuid[])
      as changed (grant_id, account_id)`.execute(trx)
}

/** What one act did, as the grants are now. */
export async function selectChanges(db: Db, act: string) {
  return await db
    .selectFrom('permission_change as change')
    .innerJoin('grant', 'grant.id', 'change.grant_id')
    .innerJoin('organisation', 'organisation.id', 'change.organisation_id')
    .innerJoin('service', 'service.code', 'grant.service')
    .where('change.act_id', '=', act)
    .select([
      'change.kind',
      'change.account_id as accountId',
      'change.organisation_id as organisationId',
      'change.changed_by as by',
      'change.changed_at as at',
      'organisation.name as organisation',
      'service.name_sv as sv',
      'service.name_en as en',
      'grant.valid_from as validFrom',
      'grant.valid_to as validTo',
      'grant.paused_from as pausedFrom',
      'grant.paused_to as pausedTo',
      'grant.pause_reason as pauseReason',
    ])
    .orderBy('change.id')
    .execute()
}

import { sql, type Kysely } from 'kysely'

/** Relying services, the provider's artefacts and the keys it signs with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table client (
      id                        text primary key check (id ~ '^[a-z0-9-]{3,64}$'),
      name_sv                   text not null,
      name_en                   text not null,
      home_uri                  text not null,
      auth_method               text not null check (auth_method in ('client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none')),
      sealed_secret             text,
      jwks                      jsonb,
      redirect_uris             text[] not null,
      post_logout_redirect_uris text[] not null default '{}',
      backchannel_logout_uri    text,
      services                  text[] not null,
      id_token_signed_response_alg text not null default 'ES256' check (id_token_signed_response_alg in ('ES256', 'RS256')),
      is_first_party            boolean not null default true,
      may_refresh               boolean not null default false,
      created_at                timestamptz not null default portvakt_now(),
      disabled_at               timestamptz
    )`.execute(db)
  await sql`
    create table oidc_record (
      model       text not null,
      id_hash     bytea not null check (octet_length(id_hash) = 32),
      payload     jsonb not null,
      uid         text,
      grant_id    text,
      account_id  uuid,
      client_id   text,
      created_at  timestamptz not null default portvakt_now(),
      expires_at  timestamptz,
      consumed_at timestamptz,
      primary key (model, id_hash)
    )`.execute(db)
  await sql`create index oidc_record_uid on oidc_record (uid) where uid is not null`.execute(db)
  await sql`create index oidc_record_grant on oidc_record (grant_id) where grant_id is not null`.execute(db)
  await sql`create index oidc_record_account on oidc_record (account_id) where account_id is not null`.execute(db)
  await sql`create index oidc_record_client on oidc_record (client_id) where client_id is not null`.execute(db)
  await sql`create unique index one_grant_per_session_and_client on oidc_record (uid, client_id)
    where model = 'Grant'`.execute(db)
  await sql`create index oidc_record_expires on oidc_record (expires_at) where expires_at is not null`.execute(db)
  await sql`
    create table signing_key (
      kid                text primary key,
      alg                text not null check (alg in ('ES256', 'RS256')),
      sealed_private_jwk text not null,
      created_at         timestamptz not null default portvakt_now(),
      retired_at         timestamptz
    )`.execute(db)
  await sql`create unique index one_signing_key_in_use_per_algorithm on signing_key (alg)
    where retired_at is null`.execute(db)
}

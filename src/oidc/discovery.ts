import { claimsByScope } from './claims.js'

/** Added to what the library says of itself. */
export const discovery = {
  claim_types_supported: ['normal'],
  ui_locales_supported: ['sv', 'en'],
  introspection_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
  introspection_endpoint_auth_signing_alg_values_supported: ['ES256', 'RS256'],
  revocation_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
  revocation_endpoint_auth_signing_alg_values_supported: ['ES256', 'RS256'],
} as const

/** Where the library says more than what works here, the document is corrected. */
export function honest(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    ...document,
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'form_post'],
    claims_supported: [...Object.values(claimsByScope).flat(), 'iss'],
    prompt_values_supported: ['none', 'login', 'select_account', 'consent'],
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
  }
}

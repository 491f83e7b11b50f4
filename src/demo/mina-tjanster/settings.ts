/** What the demo's relying service must be told; it knows nothing else of Portvakt. */
export interface Settings {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  readonly host: string
  readonly port: number
  /** Its own public address, without a final slash. */
  readonly address: string
}

type Env = Readonly<Record<string, string | undefined>>

/** @throws Error with everything that is wrong, by the name to change. */
export function readSettings(env: Env): Settings {
  const problems: string[] = []
  const wanted = (name: string, isFit: (text: string) => boolean, hint: string): string => {
    const text = env[name] ?? ''
    if (!isFit(text)) problems.push(`${name} must be ${hint}`)
    return text
  }
  const issuer = wanted('ISSUER', isWebAddress, 'the address of Portvakt, such as http://localhost:3000')
  const clientId = wanted('CLIENT_ID', (text) => text !== '', 'the id that the service is registered with')
  const clientSecret = wanted('CLIENT_SECRET', (text) => text.length >= 32, 'the secret it is registered with')
  const port = env['PORT'] ?? '3001'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) problems.push('PORT must be a port number')
  const address = env['ADDRESS'] ?? `http://localhost:${port}`
  if (!isWebAddress(address)) problems.push('ADDRESS must be the address where people reach this service')
  if (problems.length > 0) throw new Error(`Mina tjänster cannot start:\n  ${problems.join('\n  ')}`)
  return {
    issuer: new URL(issuer),
    clientId,
    clientSecret,
    host: env['HOST'] ?? '127.0.0.1',
    port: Number(port),
    address: new URL(address).origin,
  }
}

const isWebAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

import dns from 'node:dns'
import { request as requestPlain, type RequestOptions } from 'node:http'
import { request } from 'node:https'
import { isInside, isInsideByName, type Called } from '../../relying-services/inside.js'

/** Resolving, connecting and the head of the answer: all of it within this. */
const limitMilliseconds = 5_000

/**
 * Posts a form to an address that an officer registered, and returns the status. The name is resolved once, every address
 * that it leads to is judged, and the connection goes to those that were judged: a name that leads elsewhere a moment
 * later gains nothing. The address that an answer names is never followed, and its body is never read.
 */
export async function postOutside(called: Called, address: string, form: URLSearchParams): Promise<number> {
  const url = new URL(address)
  if (isInsideByName(called, url.hostname)) throw new Inside()
  const body = form.toString()
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    lookup: checkedLookup(called),
    signal: AbortSignal.timeout(limitMilliseconds),
    headers: {
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'content-length': Buffer.byteLength(body),
      accept: '*/*',
    },
  }
  return await new Promise((resolve, reject) => {
    const sent = (url.protocol === 'https:' ? request : requestPlain)(url, options)
    sent.on('response', (response) => {
      resolve(response.statusCode ?? 0)
      response.on('error', () => undefined)
      response.destroy()
    })
    // One that was taken down by us above has been answered.
    sent.on('error', reject)
    sent.end(body)
  })
}

/** A name that leads inside our network. */
export class Inside extends Error {
  override readonly name = 'Inside'
  readonly code = 'inside-address'
}

const checkedLookup =
  (called: Called): NonNullable<RequestOptions['lookup']> =>
  (hostname, options, done) => {
    dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, '')
      const [first] = addresses
      if (first === undefined || addresses.some(({ address }) => isInside(called, hostname, address))) {
        return done(new Inside(), '')
      }
      return options.all === true ? done(null, addresses) : done(null, first.address, first.family)
    })
  }

import { randomBytes } from 'node:crypto'
import { digest } from '../context/keys.js'

/**
 * The password kiosk: two forms, and the steps behind them (product.md; security.md ).
 *
 *   change   username, present or initial one-time password → choose-password → done
 *   forgot   username → enter-code → choose-password → done
 *
 * Where somebody stands is a row, bound to the browser by a random name in a cookie; a page knows nothing of it.
 * Each step taken gives the row a new name, so a step cannot be skipped, repeated or carried to another browser.
 */
export const places = {
  start: '/losenordskiosk',
  change: '/losenordskiosk/andra',
  forgot: '/losenordskiosk/glomt',
  'enter-code': '/losenordskiosk/kod',
  'choose-password': '/losenordskiosk/nytt',
  advice: '/losenordskiosk/nytt/rad',
  done: '/losenordskiosk/klart',
} as const satisfies Record<string, `/${string}`>

/** What has been shown so far: that is also how the change is told of afterwards. */
export type Proof = 'password' | 'initial' | 'reset'

interface Visited {
  readonly idHash: Buffer
  /** The sign-in that the person came from and may go back to. */
  readonly interactionUid: string | undefined
}

export type Visit =
  | (Visited & { readonly step: 'enter-code'; readonly nameKey: Buffer; readonly codeId: string | undefined })
  | (Visited & {
      readonly step: 'choose-password'
      readonly accountId: string
      readonly proof: Proof
      readonly codeId: string | undefined
    })
  | (Visited & { readonly step: 'done' })

export type Step = Visit['step']
export type VisitAt<S extends Step> = Extract<Visit, { step: S }>

/** 128 random bits: the visit's name, known to the browser only. */
export const newVisitName = (): string => randomBytes(16).toString('base64url')

export const hashOf = (visitName: string): Buffer => digest(visitName)

/** Stands in the form of a step, so that a page left open in another tab cannot act for the person of a later visit. */
export const markOf = (idHash: Buffer): string => digest(idHash.toString('hex')).toString('base64url').slice(0, 16)

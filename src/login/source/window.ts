/**
 * How much a source may still do (security.md 1.1, R-24). The window slides: what was counted in the window before
 * weighs as much as is left of it, so that a burst around the turn of a window gains nothing.
 */
export interface Window {
  /** When it began, by the database's clock. */
  readonly since: Date
  readonly seconds: number
  /** How much of it has passed: 0 to 1. */
  readonly passed: number
  /** Counted in it so far. */
  readonly attempts: number
  /** Counted in the one before. */
  readonly before: number
}

export type Counted = 'failure' | 'order'

/** What one source may do in one window. */
export interface Limit {
  readonly source: string
  readonly counted: Counted
  readonly atMost: number
  readonly window: Window
}

/** What is left of the window before. */
export function carried({ before, passed }: Window): number {
  return Math.ceil(before * (1 - passed))
}

/** How long until one more is let through, if nobody else is meanwhile. */
export function secondsUntilRoom(window: Window, atMost: number): number {
  const { seconds, passed, attempts, before } = window
  // Full by itself: what is counted in it stays until its end, and fades in the next.
  if (attempts >= atMost) return whole(seconds * (2 - passed - (atMost - 1) / attempts))
  if (before === 0) return 1
  return whole(seconds * (1 - passed - (atMost - 1 - attempts) / before))
}

/** Rounded up, but for what floating-point numbers add by themselves. */
const whole = (seconds: number) => Math.max(1, Math.ceil(Number(seconds.toFixed(3))))

import type { Policy } from '../../../../config/policy.js'

export interface Limits {
  readonly idleMinutes: number
  readonly absoluteHours: number
  readonly warningMinutes: number
}

/**
 * How long a session may be idle and how old it may grow. Officers, and whoever administers anything today, have less
 * time, and never more than everybody else, whatever an operator sets (security.md 1.3).
 */
export function limitsOf(policy: Policy['session'], { isPrivileged }: { readonly isPrivileged: boolean }): Limits {
  if (!isPrivileged) return policy
  return {
    idleMinutes: Math.min(policy.privilegedIdleMinutes, policy.idleMinutes),
    absoluteHours: Math.min(policy.privilegedAbsoluteHours, policy.absoluteHours),
    warningMinutes: policy.privilegedWarningMinutes,
  }
}

/** In seconds, so that a browser whose clock is wrong counts right. */
export interface TimeLeft {
  /** Until it ends unless something is done. */
  readonly idle: number
  /** Until it ends whatever is done. */
  readonly absolute: number
  /** With less than this left, the page says so. */
  readonly warning: number
}

export function timeLeft(
  limits: Limits,
  { idleSeconds, openSeconds }: { readonly idleSeconds: number; readonly openSeconds: number },
): TimeLeft {
  const idle = limits.idleMinutes * 60
  return {
    idle: idle - idleSeconds,
    absolute: limits.absoluteHours * 3600 - openSeconds,
    warning: Math.min(limits.warningMinutes * 60, idle / 2),
  }
}

import { sweepDrafts } from '../administration/add/sweep.js'
import { sweepBulk } from '../administration/bulk/draft.js'
import type { Db } from '../database/database.js'
import { sweepFormerEmails } from '../accounts/details/sweep.js'
import { tellGivenUp } from '../delivery/tell-given-up.js'
import { sweepVisits } from '../kiosk/visit.js'
import { countPermissionDays } from '../permissions/per-day/count-days.js'
import { tellAudit } from '../mails.js'
import { takeUpWalk, walkTonight } from '../officers/log/ask-for-walk.js'
import type { Log } from '../log.js'
import { sweepLogin } from '../login/sweep.js'
import { sweep } from '../oidc/sweep.js'
import { sweepAuthentications } from '../relying-services/authentication/verify-secret.js'
import { sweepCodes } from '../one-time-passwords/burn.js'
import { sweepAnswers } from '../web/kept-answers/kept-answers.js'
import { sweepSentForms } from '../web/sent-forms/sent-forms.js'
import type { AppContext } from '../context/app-context.js'

/**
 * Once a minute every module forgets what no longer counts, tells what was left untold, and begins what is done each
 * night. The answer is how to stop it.
 */
export function startSweeps(db: Db, context: AppContext, log: Log): () => Promise<void> {
  let under: Promise<void> | undefined
  const sweepAll = async () => {
    for (const [name, forget] of Object.entries(sweeps)) {
      await forget(db, context).catch((error: unknown) => log.warn({ err: error }, `${name} were not swept`))
    }
  }
  // One at a time: behind a slow database a turn is left out, not put in line.
  const turn = () => void (under ??= sweepAll().finally(() => (under = undefined)))
  const timer = setInterval(turn, 60_000)
  return async () => {
    clearInterval(timer)
    await under
  }
}

const sweeps: Readonly<Record<string, (db: Db, context: AppContext) => Promise<unknown>>> = {
  // A kiosk visit names its code, so visits go first.
  'kiosk visits': async (db) => await sweepVisits(db),
  'one-time passwords': async (db) => await sweepCodes(db),
  'sign-in attempts and sessions': sweepLogin,
  'artefacts of the provider': async (db) => await sweep(db),
  'authentications of relying services': sweepAuthentications,
  'former e-mail addresses': async (db, { policy }) =>
    await sweepFormerEmails(db, { days: policy.retention.formerEmailDays }),
  'answers to forms': async (db) => await sweepAnswers(db),
  'forms that were sent': async (db) => await sweepSentForms(db),
  'drafts of new users': async (db, { policy }) => await sweepDrafts(db, policy.retention.draftDays),
  'files of people': async (db) => await sweepBulk(db),
  'permissions of the day': async (db) => await countPermissionDays(db),
  'the walk that stands still': async (db) => await takeUpWalk(db),
  'the walk of the night': async (db) => await walkTonight(db),
  'letters that were given up': async (db) => await tellGivenUp(db, tellAudit),
}

import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { guarded, type Guard } from '../../database/begin.js'
import type { Db } from '../../database/database.js'
import type { Log } from '../../log.js'
import { digest } from '../../context/keys.js'
import type { Ctx, ReadForm } from '../context.js'
import { peekForm } from '../form.js'
import { goTo } from '../page.js'
import { FormSentBefore, isRefusal } from '../refusals.js'
import { isOfTool } from './form-keys.js'
import {
  deleteOldForms,
  deleteSentForm,
  findSentForm,
  insertSentForm,
  updateTarget,
  type KnownForm,
  type SentForm,
} from './sent-forms.queries.js'

/**
 * A form of the tools that is sent twice (a double click, Back and send again, a new try after a lost answer) is one act
 * and gets one answer. Each form of a page carries a key of its own. The key is written in the act's own transaction,
 * for this session only, and beside it where the first answer led; a repeat is led there too. A form without a key, of a
 * page from before there were any, is sent as often as it is sent. An answer that leads nowhere is not kept: it changed
 * nothing, or shows what is shown once.
 */
export function formIdempotency(db: Db) {
  return async (ctx: Ctx, next: () => Promise<unknown>): Promise<void> => {
    if (ctx.method !== 'POST' || !isOfTool(ctx.path)) return void (await next())
    const act: Act = { isClaimed: false }
    ctx.state.formIsRead = async (read) => {
      act.form ??= await newFormIn(db, ctx, read)
    }
    try {
      const read = await peekForm(ctx)
      if (read !== undefined) await ctx.state.formIsRead(read)
      await guarded(guardOf(db, act), async () => await refusedOnlyAlone(db, act, next))
    } catch (error) {
      if (error instanceof Answered) return goTo(ctx, error.target)
      // What failed after the act was done leaves the key: nobody can tell how much of the answer was lost.
      if (isRefusal(error)) await settle(act, ctx.state.log, async ({ idHash }) => await deleteSentForm(db, idHash))
      throw error
    }
    const target = ctx.status === 303 ? ctx.response.get('Location') : ''
    await settle(act, ctx.state.log, async ({ idHash }) =>
      target === '' ? await deleteSentForm(db, idHash) : await updateTarget(db, idHash, target),
    )
  }
}

/** Forgets those that are kept no longer, a batch at a time; how many they were. */
export async function sweepSentForms(db: Db, batch = 1_000): Promise<number> {
  let swept = 0
  for (;;) {
    const gone = await deleteOldForms(db, batch)
    swept += gone
    if (gone < batch) return swept
  }
}

interface Act {
  form?: SentForm | undefined
  isClaimed: boolean
}

/** @throws Answered when it has been sent before @throws FormSentBefore when that is another answer */
const newFormIn = async (db: Db, ctx: Ctx, { key, contents }: ReadForm): Promise<SentForm | undefined> => {
  const who = key === undefined ? undefined : await ctx.state.whoIsSignedIn({ isActivity: false })
  if (who === undefined) return undefined
  const form = {
    idHash: digest(`form ${String(key)} of ${who.uid}`),
    contents: createHash('sha256').update(`${ctx.path}\n`).update(contents).digest(),
  }
  const known = await findSentForm(db, form.idHash)
  if (known !== undefined) await answerAsBefore(db, form, known)
  return form
}

/**
 * An act that began nothing was refused by what it read, and that may be what the first one has done since the key was
 * looked for.
 * @throws Answered @throws FormSentBefore as newFormIn does
 */
const refusedOnlyAlone = async (db: Db, act: Act, next: () => Promise<unknown>): Promise<void> => {
  const lookAgain = async () => {
    const known = act.form === undefined || act.isClaimed ? undefined : await findSentForm(db, act.form.idHash)
    if (act.form !== undefined && known !== undefined) await answerAsBefore(db, act.form, known)
  }
  try {
    await next()
  } catch (error) {
    if (isRefusal(error)) await lookAgain()
    throw error
  }
  await lookAgain()
}

/** Runs the first transaction of an act under its key. */
const guardOf =
  (db: Db, act: Act): Guard =>
  async (begin) => {
    const { form } = act
    if (form === undefined || act.isClaimed) return (await begin()).answer
    for (;;) {
      try {
        const { answer, isKept } = await begin(async (trx) => {
          if (!(await insertSentForm(trx, form))) throw new Taken()
        })
        // What is undone has claimed nothing: the key may be another one's by now.
        act.isClaimed = isKept
        return answer
      } catch (error) {
        if (!(error instanceof Taken)) throw error
      }
      const known = await findSentForm(db, form.idHash)
      if (known !== undefined) await answerAsBefore(db, form, known)
    }
  }

/**
 * Returns when the first answer turns out to be none that is kept.
 * @throws Answered with where the first answer led
 * @throws FormSentBefore when the contents differ, or nobody knows where it led: its process died
 */
const answerAsBefore = async (db: Db, form: SentForm, first: KnownForm): Promise<void> => {
  let known: KnownForm | undefined = first
  for (let turn = 1; known !== undefined; turn += 1) {
    if (!known.contents.equals(form.contents)) throw new FormSentBefore('other contents', known.target ?? undefined)
    if (known.target !== null) throw new Answered(known.target)
    if (turn > turnsAtMost) throw new FormSentBefore('the same')
    await wait(turnMilliseconds)
    known = await findSentForm(db, form.idHash)
  }
}

/** Between the act and its answer lie a few statements at most. */
const [turnsAtMost, turnMilliseconds] = [40, 50]

/** The answer is there already, and is not lost for want of this: a repeat is then told that it was sent. */
const settle = async (act: Act, log: Log, write: (form: SentForm) => Promise<void>): Promise<void> => {
  if (act.form === undefined || !act.isClaimed) return
  try {
    await write(act.form)
  } catch (error) {
    log.warn({ err: error }, 'the answer to a form is not kept for its repeat')
  }
}

/** Another one with the same key has come first. */
class Taken extends Error {
  override readonly name = 'Taken'
}

class Answered extends Error {
  override readonly name = 'Answered'
  readonly target: string

  constructor(target: string) {
    super('sent before')
    this.target = target
  }
}

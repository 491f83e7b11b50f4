import type { Trx } from '../../database/database.js'
import { answerRequest, type AnsweredRequest, type AnswerRequest } from '../../permissions/requests/answer-request.js'
import { tellOfAct } from '../../permissions/changes/tell-of-act.js'

/** Answers, and tells whom a granted permission concerns. */
export async function answer(trx: Trx, input: AnswerRequest): Promise<AnsweredRequest> {
  const outcome = await answerRequest(trx, input)
  if (outcome.kind === 'granted') await tellOfAct(trx, input)
  return outcome
}

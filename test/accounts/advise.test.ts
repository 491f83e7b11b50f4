import test from 'ava'
import { standardPolicy } from '../../config/policy.js'
import { advise, hintsIn } from '../../src/accounts/advise.js'
import { textIn } from '../../src/text/text.js'

const anna = {
  username: 'tkhm4728',
  givenName: 'Anna',
  familyName: 'Prov',
  email: null,
  organisations: ['Norrsjö skola'],
}
const adviseOn = (password: string) => advise(password, anna, standardPolicy)

test('a good password is said to be good and strong', (t) => {
  t.like(adviseOn('Vintern kom tidigt 2026'), { isGood: true, strength: 4, weaknesses: [] })
})

test('what a rule refuses is never shown as strong', (t) => {
  t.like(adviseOn('qZ9#vT2!mK7$'), { isGood: false, strength: 1 })
  t.like(adviseOn('sommar2026sommar').weaknesses[0], { kind: 'common' })
})

test('an empty password is advised on', (t) => {
  t.like(adviseOn(''), { isGood: false, strength: 0 })
})

test('hints are told in Swedish and in English', (t) => {
  const advice = adviseOn('aaaaaaaaaaaaaaaaaaaa')
  t.true(advice.hints.includes('simpleRepeat'))
  for (const language of ['sv', 'en'] as const) {
    const sentences = hintsIn(textIn(language), advice)
    t.true(sentences.length > 0)
    for (const sentence of sentences) t.regex(sentence, /^\p{Lu}.+\.$/u)
  }
  t.notDeepEqual(hintsIn(textIn('sv'), advice), hintsIn(textIn('en'), advice))
})

test('nobody is told to mix capitals and signs', (t) => {
  for (const password of ['sommar', 'SOMMAR', 'Sommar', 'abcabc', 'p@ssword']) {
    t.notRegex(adviseOn(password).hints.join(' '), /capital|upper|symbol/i)
  }
})

test('advice on the longest text that may be typed does not hold up the others', (t) => {
  // The shortest of several tries, since a busy machine makes any single one long.
  const took = Array.from({ length: 5 }, () => {
    const start = performance.now()
    adviseOn('4@8({[<369&#!/|10$5+7%2'.repeat(3_000))
    return performance.now() - start
  })
  t.true(Math.min(...took) < 500, `${took.join()} ms`)
})

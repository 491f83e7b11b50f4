import test from 'ava'
import { languages, textIn } from '../../src/text/text.js'

/** A number of what policies count in: a sentence that says one by itself is wrong wherever the policy is another. */
const counted =
  /(?:\b(?:[2-9]|\d\d+)|\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|femton|tjugo|trettio|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty))\s(?:minuter|timmar|dagar|dygn|veckor|försök|minutes|hours|days|weeks|attempts|tries)/iu

/** These are fixed in the code beside them, and no policy. */
const fixed = new Set([
  'officers.relyingServices.formerForADay',
  'officers.start.state',
  'officers.start.appointmentsEnding',
  'officers.start.appointmentsNone',
])

function* sentences(words: object, path: readonly string[] = []): Generator<readonly [string, string]> {
  for (const [name, value] of Object.entries(words) as [string, unknown][]) {
    const at = [...path, name]
    if (typeof value === 'string') yield [at.join('.'), value]
    else if (typeof value === 'object' && value !== null) yield* sentences(value, at)
  }
}

for (const language of languages) {
  test(`a sentence takes a policy’s number from the policy (${language})`, (t) => {
    const all = [...sentences(textIn(language))]
    const withNumber = all.filter(([, sentence]) => counted.test(sentence)).map(([path]) => path)
    t.deepEqual(
      withNumber.filter((path) => !fixed.has(path)),
      [],
    )
    t.deepEqual(
      [...fixed].filter((path) => !withNumber.includes(path)),
      [],
    )
  })
}

import test from 'ava'
import { auditKinds, type AuditKind } from '../../src/audit/event.js'
import { nameOfKind, sentenceOf, type EventRead } from '../../src/audit/told.js'
import { languages, textIn } from '../../src/text/text.js'

const catalogue = Object.keys(auditKinds) as AuditKind[]

const event = (kind: AuditKind, given: Partial<EventRead> = {}): EventRead => ({
  kind,
  who: 'Anna Lind',
  whom: 'Erik Berg',
  isAboutSomebody: true,
  isOwn: false,
  isRefused: false,
  organisation: 'Norrsjö folkhögskola',
  service: 'Studeranderapportering',
  client: 'Mina tjänster',
  details: { rows: 12_000, validFrom: '2026-12-01', validTo: null, pausedFrom: '2026-12-01', pausedTo: '2027-01-31' },
  ...given,
})

for (const language of languages) {
  test(`every kind of event has a name of its own and sentences that end: ${language}`, (t) => {
    const text = textIn(language)
    const names = catalogue.map((kind) => nameOfKind(text, kind))
    t.is(new Set(names).size, catalogue.length)
    for (const kind of catalogue) {
      for (const isAboutSomebody of [true, false]) {
        const sentence = sentenceOf({ text, language }, event(kind, { isAboutSomebody }))
        t.regex(sentence, /^[\p{Lu}].*\.$/u, kind)
        t.notRegex(sentence, /undefined|null|\[object/, kind)
      }
    }
  })
}

test('who, what, to whom and from when stand in one sentence', (t) => {
  const spoken = { text: textIn('sv'), language: 'sv' as const }
  t.is(
    sentenceOf(spoken, event('permission-granted')),
    'Anna Lind gav Erik Berg Studeranderapportering från 1 december 2026.',
  )
  t.is(
    sentenceOf(spoken, event('permission-granted', { isRefused: true })),
    'Anna Lind försökte ge Erik Berg Studeranderapportering, men fick inte.',
  )
  t.is(sentenceOf(spoken, event('signed-in')), 'Erik Berg loggade in till Mina tjänster.')
  t.is(
    sentenceOf(spoken, event('signed-in', { client: undefined, details: { client: null } })),
    'Erik Berg loggade in.',
  )
})

test('a name that nobody has here is not told as somebody', (t) => {
  const spoken = { text: textIn('sv'), language: 'sv' as const }
  t.is(
    sentenceOf(spoken, event('sign-in-refused', { isAboutSomebody: false })),
    'En inloggning med ett okänt användarnamn misslyckades.',
  )
})

test('a mail whose workers died is not said to be undelivered, since nobody knows', (t) => {
  const spoken = { text: textIn('sv'), language: 'sv' as const }
  t.is(
    sentenceOf(spoken, event('mail-undeliverable', { details: { reason: 'interrupted' } })),
    'Det är okänt om ett mejl till Erik Berg kom fram: sändningen avbröts.',
  )
  t.is(
    sentenceOf(spoken, event('mail-undeliverable', { details: { reason: '550 5.1.1' } })),
    'Ett mejl till Erik Berg kunde inte levereras.',
  )
})

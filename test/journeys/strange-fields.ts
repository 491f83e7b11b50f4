import { load } from 'cheerio'

/** What may stand behind the name of a field, as it is sent. */
export const strange: Readonly<Record<string, string>> = {
  empty: '',
  'spaces only': '+++',
  'with a zero byte': 'rapport10001%00',
  'with a line break': 'rapport10001%0D%0ASet-Cookie:+a=b',
  'with an escape': '%1B%5B2Jrapport10001',
  'with a C1 control': 'rapport10001%C2%85',
  'a tab': '%09',
  decomposed: encodeURIComponent('rapport10001å'.normalize('NFD')),
  'full-width': encodeURIComponent('ｒａｐｐｏｒｔ10001'),
  'with a Turkish İ': encodeURIComponent('İ'.repeat(40)),
  'with an invisible character': encodeURIComponent('rapport\u200B10001'),
  'written from right to left': encodeURIComponent('\u202E10001troppar'),
  'half a surrogate': '%ED%A0%80',
  'not UTF-8': '%FF%FE%C0%AF',
  'percent signs that mean nothing': '%zz%1%',
  'a not-a-character': '%EF%BF%BF',
  markup: encodeURIComponent('"><script>'),
  SQL: encodeURIComponent(`'; drop table`),
  __proto__: '__proto__',
  'sixty thousand characters': 'x'.repeat(60_000),
  'ten thousand combining marks': encodeURIComponent(`a${'\u0301'.repeat(9_000)}`),
  'a letter that grows eighteenfold': encodeURIComponent('\uFDFA'.repeat(6_000)),
}

/** What a number, a day or an id may be besides. */
export const strangeValues: Readonly<Record<string, string>> = {
  'a number beyond all': '9'.repeat(30),
  'below nothing': '-1',
  'a day that is none': '2026-02-30',
  'a day beyond all': '275760-09-13',
  'nobody’s id': 'aaaaaaaa-0000-4000-8000-00000000dead',
}

/** Each field missing, and with each of these in it: which, how, and the form as it is sent. */
export const strangeFields = function* (
  fields: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>> = strange,
): Generator<[string, string, string]> {
  const form = Object.entries(fields).map(([name, value]) => [name, encodeURIComponent(value)] as const)
  const sent = (pairs: readonly (readonly [string, string])[]) => pairs.map((pair) => pair.join('=')).join('&')
  for (const name of Object.keys(fields)) {
    yield [name, 'missing', sent(form.filter(([other]) => other !== name))]
    for (const [how, value] of Object.entries(values)) {
      yield [name, how, sent(form.map(([other, usual]) => [other, other === name ? value : usual]))]
    }
  }
}

/** The page that says that it was no form of ours. */
export const isBadInput = ({ status }: Response, html: string) =>
  status === 400 && load(html)('h1').text() === 'Det som skickades går inte att använda'

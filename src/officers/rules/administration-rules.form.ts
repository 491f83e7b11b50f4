import { keyOf, type Rule } from '../../permissions/configured/rule.js'

/** What the table's form says otherwise than the rules in force; undefined when it says what no page of ours does. */
export function changesIn(rules: readonly Rule[], given: URLSearchParams): readonly Rule[] | undefined {
  const known = new Map(rules.map((rule) => [keyOf(rule), rule]))
  const changes: Rule[] = []
  for (const [key, administrator] of given) {
    const rule = known.get(key)
    const isAnswer = administrator === 'local' || administrator === 'agency'
    if (rule === undefined || !isAnswer || given.getAll(key).length > 1) return undefined
    if (rule.administrator !== administrator) changes.push({ ...rule, administrator })
  }
  return changes
}

/** As a form carries them along: `komvux.web.studietider:local` and so on. Undefined when nobody of ours wrote it. */
export function readKept(rules: readonly Rule[], kept: string): readonly Rule[] | undefined {
  const known = new Map(rules.map((rule) => [keyOf(rule), rule]))
  const changes: Rule[] = []
  for (const one of kept.split(' ')) {
    const [key = '', administrator] = one.split(':')
    const rule = known.get(key)
    if (rule === undefined || (administrator !== 'local' && administrator !== 'agency')) return undefined
    changes.push({ ...rule, administrator })
  }
  return changes
}

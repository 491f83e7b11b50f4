import { clockOf } from '../../text/moment.js'
import type { Language, Text } from '../../text/text.js'
import type { FoundPeople } from './find-people.js'
import type { ListedPerson } from './listed-person.js'
import {
  accountIssues,
  accountIssueWord,
  pageSize,
  permissionStates,
  stateWord,
  type PeopleSearch,
  type Scope,
} from './search.js'

interface Spoken {
  readonly text: Text
  readonly language: Language
}

/** `20 000` in Swedish, `20,000` in English. */
export const figures = (language: Language) => {
  const format = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB')
  return (count: number) => format.format(count)
}

/** Which of them are on this page. */
export function whichAreShown({ text, language }: Spoken, { total, page, people }: FoundPeople): string {
  const { people: words } = text.administration
  const inFigures = figures(language)
  if (total === 1) return words.shownOne
  if (total <= pageSize) return words.shownAll(inFigures(total))
  const before = (page - 1) * pageSize
  return words.shown(inFigures(before + 1), inFigures(before + people.length), inFigures(total))
}

interface Choosable extends Scope {
  readonly search: PeopleSearch
  readonly services: FoundPeople['services']
}

/** What the list can be narrowed to, and what is chosen. */
export function filtersOf({ text, language }: Spoken, { organisations, search, services }: Choosable) {
  const { people: words } = text.administration
  const all = { value: '', label: words.all }
  const organisation = {
    name: 'organisation',
    label: words.organisation,
    chosen: search.organisation ?? '',
    options: [all, ...organisations.map(({ id, name }) => ({ value: id, label: name }))],
  }
  return [
    ...(organisations.length > 1 ? [organisation] : []),
    {
      name: 'tjanst',
      label: words.service,
      chosen: search.service ?? '',
      options: [all, ...services.map((service) => ({ value: service.code, label: service[language] }))],
    },
    {
      name: 'lage',
      label: words.state,
      chosen: search.state === undefined ? '' : stateWord(search.state),
      options: [all, ...permissionStates.map((state) => ({ value: stateWord(state), label: words.states[state] }))],
    },
    {
      name: 'konto',
      label: words.accountIssue,
      chosen: search.accountIssue === undefined ? '' : accountIssueWord(search.accountIssue),
      options: [
        all,
        ...accountIssues.map((accountIssue) => ({
          value: accountIssueWord(accountIssue),
          label: words.accountIssues[accountIssue],
        })),
      ],
    },
  ]
}

/** Why the account is of little use to the person for the present. */
export function whatIsAmiss(text: Text, { isEnded, lockedUntil, hasPassword }: ListedPerson): readonly string[] {
  const { people: words } = text.administration
  if (isEnded) return [words.accountEnded]
  return [
    ...(lockedUntil === undefined ? [] : [words.locked(clockOf(text, lockedUntil))]),
    ...(hasPassword ? [] : [words.noPassword]),
  ]
}

/** Why there was no file. */
export function whyNoList({ text, language }: Spoken, limit: number): string {
  return text.administration.people.tooMany(figures(language)(limit))
}

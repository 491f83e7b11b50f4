import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { RefusalSummary } from '../../parts/error-summary.js'
import { ButtonLink } from '../../parts/link.js'
import { Download } from './download.js'
import { Pager, type PagerProps } from '../../parts/pager.js'
import { PeopleTable, type Column, type PersonShown } from './people-table.js'
import { SearchForm, type SearchFormProps } from './search-form.js'

export interface PeopleProps {
  readonly text: Text
  readonly formToken: string
  readonly search: Omit<SearchFormProps, 'text'>
  /** How many there are, in figures; undefined when nobody was found. */
  readonly total: string | undefined
  /** Which of them are shown, in words. */
  readonly shown: string
  readonly columns: readonly Column[]
  readonly people: readonly PersonShown[]
  readonly pager: Omit<PagerProps, 'text' | 'label'>
  /** What the download asks for again. */
  readonly kept: Readonly<Record<string, string>>
  /** Why there was no file. */
  readonly refusal: string | undefined
}

/** Everybody who holds or has held something at the administrator's organisations, a page at a time. */
export function People(props: PeopleProps): VNode {
  const { text, formToken, search, total, shown, columns, people, pager, kept, refusal } = props
  const { people: words } = text.administration
  return (
    <div class="wide people">
      <h1 class="heading">{words.title}</h1>
      {refusal !== undefined && (
        <RefusalSummary title={words.tooManyTitle}>
          <p>{refusal}</p>
        </RefusalSummary>
      )}
      <SearchForm text={text} {...search} />
      {total === undefined ? (
        <Nobody text={text} isNarrowed={search.isNarrowed} />
      ) : (
        <>
          <p class="people__shown" id="antal">
            {shown}
          </p>
          <PeopleTable text={text} columns={columns} people={people} />
          <Pager text={text} label={text.administration.people.pages} {...pager} />
          <Download text={text} formToken={formToken} total={total} kept={kept} />
        </>
      )}
    </div>
  )
}

const Nobody = ({ text, isNarrowed }: { readonly text: Text; readonly isNarrowed: boolean }): VNode => {
  const { people: words, frame } = text.administration
  return (
    <section class="card" aria-labelledby="ingen">
      <h2 id="ingen">{isNarrowed ? words.nobodyFoundTitle : words.nobodyYetTitle}</h2>
      <p>{isNarrowed ? words.nobodyFound : words.nobodyYet}</p>
      {!isNarrowed && <ButtonLink to="/behorigheter/lagg-till">{frame.add}</ButtonLink>}
    </section>
  )
}

import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Field } from '../../parts/field.js'
import { ChoosingForm } from '../../parts/form.js'
import { ButtonLink, Link } from '../../parts/link.js'
import { Select } from '../../parts/select.js'

export interface AssuranceLine {
  readonly id: string
  readonly name: string
  readonly state: keyof Text['officers']['assurances']['state']
  readonly words: string
}

export interface AssuranceListProps {
  readonly text: Text
  readonly search: { readonly words: string; readonly state: string }
  /** What the search found; undefined when nothing is sought. */
  readonly found: readonly AssuranceLine[] | undefined
  readonly waiting: readonly AssuranceLine[]
  readonly decided: readonly AssuranceLine[]
}

const states = ['registered', 'approved', 'rejected', 'withdrawn'] as const

/** Papers sought, those that await a decision, and those decided lately. */
export const AssuranceList = ({ text, search, found, waiting, decided }: AssuranceListProps): VNode => {
  const { assurances } = text.officers
  return (
    <>
      <h1 class="heading">{assurances.title}</h1>
      <p>
        <ButtonLink to="/handlaggning/forsakringar/ny">{assurances.register}</ButtonLink>
      </p>
      <p>
        <Link to="/handlaggning/forsakringar/blankett">{text.officers.assuranceForm.link}</Link>
      </p>
      <ChoosingForm to="/handlaggning/forsakringar">
        <Field
          name="sok"
          label={assurances.search}
          hint={assurances.searchHint}
          value={search.words}
          autocomplete="off"
        />
        <Select
          name="lage"
          label={assurances.stateLabel}
          chosen={search.state}
          options={[
            { value: '', label: assurances.anyState },
            ...states.map((state) => ({ value: state, label: assurances.state[state] })),
          ]}
        />
        <Button label={assurances.searchDo} weight="secondary" />
      </ChoosingForm>
      {found && (
        <section aria-labelledby="hittade">
          <h2 id="hittade">{assurances.found}</h2>
          {found.length === 0 ? <p>{assurances.nothingFound}</p> : <Lines text={text} lines={found} />}
        </section>
      )}
      <section aria-labelledby="vantar">
        <h2 id="vantar">{assurances.waiting}</h2>
        {waiting.length === 0 ? <p>{assurances.nothingWaiting}</p> : <Lines text={text} lines={waiting} />}
      </section>
      {decided.length > 0 && (
        <section aria-labelledby="beslutade">
          <h2 id="beslutade">{assurances.decided}</h2>
          <Lines text={text} lines={decided} />
        </section>
      )}
    </>
  )
}

const Lines = ({ text, lines }: { readonly text: Text; readonly lines: readonly AssuranceLine[] }): VNode => (
  <ul class="held">
    {lines.map(({ id, name, state, words }) => (
      <li key={id}>
        <span class="held__service">
          <Link to={`/handlaggning/forsakringar/${id}`}>{name}</Link>
        </span>
        <span class={`state state--${state}`}>{text.officers.assurances.state[state]}</span>
        <span class="held__terms">{words}</span>
      </li>
    ))}
  </ul>
)

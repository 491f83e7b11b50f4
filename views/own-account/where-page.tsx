import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Button } from '../parts/button.js'
import { ErrorSummary } from '../parts/error-summary.js'
import { Field } from '../parts/field.js'
import { ChoosingForm } from '../parts/form.js'
import { LinkCard, Link } from '../parts/link.js'

interface Place {
  readonly id: string
  readonly name: string
  readonly code: string
}

interface WherePageProps {
  readonly text: Text
  /** Where the reader has been. */
  readonly known: readonly Place[]
  /** What the typed code leads to. */
  readonly found: readonly Place[]
  readonly code: string
  readonly isUnknown: boolean
}

/** First step of asking: at which school or municipality. */
export const WherePage = ({ text, known, found, code, isUnknown }: WherePageProps): VNode => {
  const { requests: words } = text.administration
  const errors = isUnknown ? [{ field: 'kod', message: code === '' ? words.noCode : words.notFound }] : []
  return (
    <div class="wide">
      <ErrorSummary title={text.common.whatIsWrong} errors={errors} />
      <h1 class="heading">{words.where}</h1>
      <p class="preamble">{words.whereWords}</p>
      {found.length > 0 && <Places title={words.found} places={found} />}
      {found.length === 0 && known.length > 0 && <Places title={words.known} places={known} />}
      <ChoosingForm to="/konto/be-om-behorighet">
        <Field
          name="kod"
          label={words.code}
          hint={words.codeHint}
          errors={errors.map(({ message }) => message)}
          autocomplete="off"
          inputMode="numeric"
          isShort
          value={code}
        />
        <Button label={words.find} weight="secondary" />
      </ChoosingForm>
      <p>
        <Link to="/konto">{words.toAccount}</Link>
      </p>
    </div>
  )
}

const Places = ({ title, places }: { readonly title: string; readonly places: readonly Place[] }): VNode => (
  <section>
    <h2>{title}</h2>
    <div class="link-cards">
      {places.map(({ id, name, code }) => (
        <LinkCard key={id} to={`/konto/be-om-behorighet?organisation=${id}`} name={name} words={code} />
      ))}
    </div>
  </section>
)

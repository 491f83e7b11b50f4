import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { ErrorSummary, errorsOf, type FieldError } from '../../parts/error-summary.js'
import { Field } from '../../parts/field.js'
import { Form } from '../../parts/form.js'
import { Link } from '../../parts/link.js'
import { Pager, type PagerProps } from '../../parts/pager.js'

export interface AccountShown {
  readonly id: string
  readonly name: string
  /** Masked; empty for a protected identity. */
  readonly number: string
  readonly organisations: readonly string[]
  readonly state: keyof Text['officers']['accounts']['states']
  readonly signedIn: string
}

export interface AccountsProps {
  readonly text: Text
  readonly formToken: string
  readonly words: string
  readonly errors: readonly FieldError[]
  /** Why what the address asked for was not searched for. */
  readonly note: string | undefined
  /** Which are shown, in words; undefined when there are none. */
  readonly shown: string | undefined
  readonly isNobody: boolean
  readonly accounts: readonly AccountShown[]
  readonly pager: Omit<PagerProps, 'text' | 'label'>
}

/** The box, and whom it found. */
export function Accounts(props: AccountsProps): VNode {
  const { text, formToken, errors, note, shown, isNobody, accounts, pager } = props
  const { accounts: words } = text.officers
  return (
    <div class="wide people">
      <ErrorSummary title={text.common.whatIsWrong} errors={errors} />
      <h1 class="heading">{words.title}</h1>
      <search class="search card">
        {note !== undefined && <p>{note}</p>}
        <Form to="/handlaggning/konton" formToken={formToken}>
          <div class="search__words">
            <Field
              name="sok"
              label={words.search}
              hint={words.searchHint}
              autocomplete="off"
              value={props.words}
              errors={errorsOf(errors, 'sok')}
            />
            <Button label={words.submit} />
          </div>
        </Form>
        <p class="quiet">{words.logged}</p>
      </search>
      {isNobody && (
        <section class="card" aria-labelledby="ingen">
          <h2 id="ingen">{words.nobodyTitle}</h2>
          <p>{words.nobody}</p>
        </section>
      )}
      {shown !== undefined && (
        <>
          <p class="people__shown" id="antal">
            {shown}
          </p>
          <AccountTable text={text} accounts={accounts} />
          <Pager text={text} label={words.pages} {...pager} />
        </>
      )}
    </div>
  )
}

const AccountTable = ({ text, accounts }: Pick<AccountsProps, 'text' | 'accounts'>): VNode => {
  const { accounts: words } = text.officers
  const columns = [words.name, words.number, words.organisations, words.state, words.signedIn]
  return (
    <table class="list" aria-describedby="antal">
      <caption class="list__caption">{words.list}</caption>
      <thead>
        <tr>
          {columns.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {accounts.map(({ id, name, number, organisations, state, signedIn }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`/handlaggning/konton/${id}`}>{name}</Link>
            </th>
            <td data-label={words.number}>
              <span class="code">{number}</span>
            </td>
            <td data-label={words.organisations}>{organisations.join(', ')}</td>
            <td data-label={words.state}>
              <span class={`state state--${state}`}>{words.states[state]}</span>
            </td>
            <td data-label={words.signedIn}>{signedIn}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { ErrorSummary, type FieldError } from '../../parts/error-summary.js'
import { Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'
import { AddScan } from './add-scan.js'
import { Decide } from './decide.js'

export interface AssurancePageProps {
  readonly text: Text
  readonly formToken: string
  readonly at: Path
  readonly title: string
  readonly state: keyof Text['officers']['assurances']['state']
  readonly done: string | undefined
  readonly refused: string | undefined
  readonly errors: readonly FieldError[]
  /** The reader registered it, so another decides. */
  readonly isReaders: boolean
  /** Whose number it is, when it is somebody’s here. */
  readonly known: KnownShown | undefined
  /** What is shown on purpose only has just been asked for. */
  readonly isShown: boolean
  /** The signed form is there as a file. */
  readonly hasScan: boolean
  /** What has followed from the approval, a sentence each. */
  readonly followed: readonly string[]
  /** Whose appointment ends when it is approved. */
  readonly replaces: 'nobody' | 'one' | 'all'
  /** That the signatory has the name of somebody else, a sentence each. */
  readonly namesakes: readonly string[]
  readonly facts: readonly (readonly [term: string, words: string])[]
  readonly trail: readonly string[]
}

export interface KnownShown {
  readonly accountId: string
  readonly isProtected: boolean
  /** That the number is somebody's who is called something else here. */
  readonly otherName: string | undefined
  /** What an approval does to the account, a sentence each. */
  readonly approval: readonly string[]
}

/** One paper: what stands on it, who has done what with it, and what the reader may do now. */
export const AssurancePage = (props: AssurancePageProps): VNode => {
  const { text, title, state, done, refused, errors, followed, hasScan } = props
  const { assurances: words } = text.officers
  return (
    <>
      <ErrorSummary title={text.common.whatIsWrong} errors={errors} />
      <h1 class="heading">{title}</h1>
      {done && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
      {refused && (
        <Notice kind="error">
          <p>{refused}</p>
        </Notice>
      )}
      <Paper {...props} />
      {followed.length > 0 && (
        <section class="card" aria-labelledby="sedan">
          <h2 id="sedan">{words.followed.title}</h2>
          <ul>
            {followed.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {state === 'registered' && !hasScan && <AddScan {...props} />}
      {state === 'registered' && <Decide {...props} />}
    </>
  )
}

const Paper = ({
  text,
  formToken,
  at,
  state,
  known,
  isShown,
  hasScan,
  facts,
  namesakes,
  trail,
}: AssurancePageProps): VNode => {
  const { assurances: words, account } = text.officers
  const isProtected = known?.isProtected === true
  return (
    <section class="card" aria-label={words.ofAssurance}>
      <p>
        <span class={`state state--${state}`}>{words.state[state]}</span>
      </p>
      {isProtected && <p>{account.protectedWords}</p>}
      {isShown && <p class="quiet">{account.logged}</p>}
      <dl class="facts">
        {facts.map(([term, said]) => (
          <>
            <dt>{term}</dt>
            <dd>{said}</dd>
          </>
        ))}
      </dl>
      {!isShown && (
        <Form to={`${at}/visa`} formToken={formToken}>
          <Button label={isProtected ? account.showDetails : account.showNumber} weight="secondary" />
        </Form>
      )}
      <p>{hasScan ? <Link to={`${at}/fil`}>{words.scanLink}</Link> : words.noScan}</p>
      {known && (
        <p>
          {state === 'registered' && `${words.known.isThere} `}
          <Link to={`/handlaggning/konton/${known.accountId}`}>{words.knownLink}</Link>
        </p>
      )}
      {[...(state === 'registered' ? [] : namesakes), ...trail].map((sentence) => (
        <p key={sentence} class="quiet">
          {sentence}
        </p>
      ))}
    </section>
  )
}

import type { VNode } from 'preact'
import { Button } from '../../parts/button.js'
import { ErrorSummary } from '../../parts/error-summary.js'
import { Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'
import { Forwarding, Withholding, type LetterPageProps } from './letter-forms.js'

/** One letter: to whom, how far it has come, and what the reader may do with it now. */
export const LetterPage = (props: LetterPageProps): VNode => {
  const { text, title, state, done, refused, facts, moments, isOwn, errors, isWhyMissing } = props
  const { letters: words } = text.officers
  const why = isWhyMissing ? [{ field: 'why', message: words.wrong.why }] : []
  return (
    <>
      <ErrorSummary title={text.common.whatIsWrong} errors={[...errors, ...why]} />
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
      <section class="card">
        <p>
          <span class={`state state--${state}`}>{words.state[state]}</span>
        </p>
        <dl class="facts">
          {facts.map(([term, said]) => (
            <>
              <dt>{term}</dt>
              <dd>{said}</dd>
            </>
          ))}
        </dl>
        {moments.map((moment) => (
          <p key={moment} class="quiet">
            {moment}
          </p>
        ))}
      </section>
      {isOwn ? (
        <Notice kind="info">
          <p>{words.own}</p>
        </Notice>
      ) : (
        <Actions {...props} />
      )}
      <p>
        <Link to="/handlaggning/brev">{words.back}</Link>
      </p>
    </>
  )
}

const Actions = (props: LetterPageProps): VNode => {
  const { text, id, formToken, state, isAddressed, isProtected } = props
  const { letters: words } = text.officers
  const at: Path = `/handlaggning/brev/${id}`
  const isWaiting = state === 'ordered' || state === 'withheld'
  const act = (to: Path, label: string, what: string) => (
    <Form to={to} formToken={formToken}>
      <p>{what}</p>
      <Button label={label} weight="secondary" />
    </Form>
  )
  return (
    <>
      {state === 'ordered' && isAddressed && (
        <Form to="/handlaggning/brev/utskrift" formToken={formToken} kept={{ letters: id }}>
          <Button label={words.fetchOne} />
        </Form>
      )}
      {isWaiting && isProtected && <Forwarding {...props} at={at} />}
      {state === 'ordered' && <Withholding {...props} at={at} />}
      {state === 'withheld' && act(`${at}/slapp`, words.release, words.releaseWords)}
      {state === 'posted' && act(`${at}/retur`, words.returned, words.returnedWords)}
      {!isWaiting && act(`${at}/bestall`, words.orderAnew, words.orderAnewWords)}
    </>
  )
}

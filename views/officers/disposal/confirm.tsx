import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

export interface ConfirmDisposalProps {
  readonly text: Text
  readonly formToken: string
  readonly title: string
  readonly to: Path
  /** How many would go, and from when; undefined when there is nothing. */
  readonly what: string | undefined
  readonly reason: string
  /** From the oldest to the newest. */
  readonly span: string
  readonly before: string
}

/** What goes if the officer says so: nothing younger than what stands here. */
export const ConfirmDisposal = (props: ConfirmDisposalProps): VNode => {
  const { text, formToken, title, to, what, reason, span, before } = props
  const { disposal: words } = text.officers
  return (
    <>
      <h1 class="heading">{title}</h1>
      <p>{span}</p>
      {what && (
        <>
          <p>{what}</p>
          <p>{reason}</p>
          <Notice kind="warning">
            <p>{words.confirmWarning}</p>
          </Notice>
          <Form to={to} formToken={formToken} kept={{ before }}>
            <Button label={words.confirm} />
          </Form>
        </>
      )}
      <p>
        <Link to="/handlaggning/gallring">{words.cancel}</Link>
      </p>
    </>
  )
}

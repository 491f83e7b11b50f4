import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Button } from '../parts/button.js'
import { Form } from '../parts/form.js'
import { Icon } from '../parts/icon.js'
import type { SignedInShown } from './head.js'

interface StayProps extends SignedInShown {
  readonly text: Text
  readonly formToken: string
}

/** What stay.js says before a session ends, and when it cannot ask how long is left. Without the script nothing shows. */
export const Stay = ({ text, formToken, uid, isAnswer }: StayProps): VNode => (
  <div id="stay" data-session={uid} data-token={formToken} {...(isAnswer && { 'data-answer': '' })}>
    {kinds.map((kind) => (
      <Dialog key={kind} kind={kind} text={text} formToken={formToken} />
    ))}
    <p class="sr-only" aria-live="assertive" data-part="said" />
  </div>
)

const kinds = ['idle', 'absolute', 'network', 'server'] as const
type Kind = (typeof kinds)[number]

/** What its first button does, which Escape does too. */
const actions = { idle: 'stay', absolute: 'close', network: 'stay', server: 'stay' } as const

interface DialogProps {
  readonly kind: Kind
  readonly text: Text
  readonly formToken: string
}

const Dialog = ({ kind, text: { signedIn }, formToken }: DialogProps): VNode => {
  const isTrouble = kind === 'network' || kind === 'server'
  const label = { idle: signedIn.stay, absolute: signedIn.understood }[isTrouble ? 'idle' : kind]
  return (
    <dialog
      class="stay"
      data-kind={kind}
      role="alertdialog"
      aria-labelledby={`stay-${kind}-title`}
      aria-describedby={`stay-${kind}-words stay-${kind}-time`}
    >
      <h2 id={`stay-${kind}-title`} class="stay__title">
        <Icon shape={isTrouble ? 'warning' : 'info'} />
        {signedIn[`${kind}Title`]}
      </h2>
      <p id={`stay-${kind}-words`}>{signedIn[kind]}</p>
      <p id={`stay-${kind}-time`} class="stay__time" role="timer" data-part="time">
        {signedIn.automatic} <strong data-part="left" />.
      </p>
      {isTrouble && (
        <p data-part="over" hidden>
          {signedIn.timeIsUp}
        </p>
      )}
      <div class="stay__ways">
        <button type="button" class="button button--primary" data-act={actions[kind]}>
          {isTrouble ? signedIn.tryAgain : label}
        </button>
        {isTrouble ? (
          <button type="button" class="button button--secondary" data-act="close">
            {signedIn.close}
          </button>
        ) : (
          <Form to="/konto/logga-ut" formToken={formToken}>
            <Button label={signedIn.signOut} weight="secondary" />
          </Form>
        )}
      </div>
    </dialog>
  )
}

import type { VNode } from 'preact'
import { ErrorSummary } from '../../parts/error-summary.js'
import { ClientForm, type ClientFormProps } from './form.js'

/** A relying service is registered. */
export const NewClient = (props: Omit<ClientFormProps, 'to' | 'isNew'>): VNode => {
  const { relyingServices: words } = props.text.officers
  return (
    <>
      <ErrorSummary title={props.text.common.whatIsWrong} errors={props.errors} />
      <h1 class="heading">{words.newTitle}</h1>
      <p class="preamble">{words.newPreamble}</p>
      <ClientForm {...props} to="/handlaggning/e-tjanster/ny" isNew />
    </>
  )
}

import type { VNode } from 'preact'
import type { Fact } from '../../../src/officers/relying-services/facts.js'
import { ErrorSummary } from '../../parts/error-summary.js'
import { Notice } from '../../parts/notice.js'
import { ClientFacts } from './client.js'
import { ClientForm, type ClientFormProps } from './form.js'

export interface ChangeClientProps extends Omit<ClientFormProps, 'to' | 'isNew'> {
  readonly name: string
  /** What somebody else has made of it meanwhile, beside what the reader typed. */
  readonly nowInForce: readonly Fact[] | undefined
}

/** A registration is changed. */
export const ChangeClient = ({ name, nowInForce, ...props }: ChangeClientProps): VNode => {
  const { relyingServices: words } = props.text.officers
  return (
    <>
      <ErrorSummary title={props.text.common.whatIsWrong} errors={props.errors} />
      <h1 class="heading">{words.changeTitle(name)}</h1>
      {nowInForce === undefined ? (
        <p class="preamble">{words.changePreamble}</p>
      ) : (
        <>
          <Notice kind="error" title={words.changedMeanwhileTitle}>
            <p>{words.changedMeanwhile}</p>
          </Notice>
          <section class="card" aria-labelledby="nu">
            <h2 id="nu">{words.nowInForce}</h2>
            <ClientFacts facts={nowInForce} />
          </section>
        </>
      )}
      <ClientForm {...props} to={`/handlaggning/e-tjanster/${props.typed.id}/andra`} isNew={false} />
    </>
  )
}

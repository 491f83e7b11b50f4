import type { VNode } from 'preact'
import { errorsOf } from '../../parts/error-summary.js'
import { Field } from '../../parts/field.js'
import { StepPage, type StepProps } from './step.js'

export interface AskNumberProps extends StepProps {
  readonly organisation: string
  readonly typed: string
}

export const AskNumber = ({ organisation, typed, ...step }: AskNumberProps): VNode => {
  const words = step.text.administration.add
  const head = (
    <>
      <p class="preamble">{words.forOrganisation(organisation)}</p>
      <p>{words.numberPreamble}</p>
    </>
  )
  return (
    <StepPage {...step} title={words.numberTitle} head={head}>
      <Field
        name="number"
        label={words.number}
        hint={words.numberHint}
        errors={errorsOf(step.errors, 'number')}
        value={typed}
        autocomplete="off"
        isShort
      />
    </StepPage>
  )
}

import type { VNode } from 'preact'
import { Radios, type Option } from '../../parts/choice.js'
import { errorsOf } from '../../parts/error-summary.js'
import { StepPage, type StepProps } from './step.js'

export interface ChooseOrganisationProps extends StepProps {
  readonly organisations: readonly Option[]
  readonly chosen: string
}

export const ChooseOrganisation = ({ organisations, chosen, ...step }: ChooseOrganisationProps): VNode => {
  const words = step.text.administration.add
  return (
    <StepPage {...step} title={words.organisationTitle}>
      <Radios
        name="organisation"
        legend={words.organisation}
        options={organisations}
        chosen={chosen}
        errors={errorsOf(step.errors, 'organisation')}
      />
    </StepPage>
  )
}

import type { ComponentChildren, VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { ErrorSummary, type FieldError } from '../../parts/error-summary.js'
import { Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'

/** What every step of adding somebody is shown with. */
export interface StepProps {
  readonly text: Text
  readonly formToken: string
  /** Where its form goes. */
  readonly to: Path
  /** Undefined on the first page. */
  readonly back: Path | undefined
  /** Where what was typed is thrown away; undefined when nothing has been kept yet. */
  readonly discard: Path | undefined
  readonly step: number
  readonly steps: number
  readonly errors: readonly FieldError[]
}

export interface StepPageProps extends StepProps {
  readonly title: string
  /** What stands between the heading and the form. */
  readonly head?: ComponentChildren
  readonly button?: string
  readonly children: ComponentChildren
}

/** One question at a time: which of how many, what is asked, on and back. */
export const StepPage = (props: StepPageProps): VNode => {
  const { text, formToken, to, back, discard, step, steps, errors, title, head, button, children } = props
  const words = text.administration.add
  return (
    <>
      <ErrorSummary title={text.common.whatIsWrong} errors={errors} />
      {back && (
        <p class="step__back">
          <Link to={back}>{words.back}</Link>
        </p>
      )}
      <p class="step__count">{`${words.title} · ${words.stepOf(step, steps)}`}</p>
      <h1 class="heading">{title}</h1>
      {head}
      <Form to={to} formToken={formToken}>
        {children}
        <Button label={button ?? words.continue} />
      </Form>
      {discard && (
        <Form to={discard} formToken={formToken}>
          <Button label={words.cancel} weight="tertiary" />
        </Form>
      )}
    </>
  )
}

export interface NumberShown {
  /** `19900101-2385` */
  readonly written: string
  readonly kind: string
  readonly born: string
}

/** The number, so large that a wrong digit is seen. */
export const LargeNumber = ({ number }: { readonly number: NumberShown }): VNode => (
  <p class="large-number">
    <span class="large-number__kind">{number.kind}</span>
    <span class="large-number__digits">{number.written}</span>
    <span class="large-number__kind">{number.born}</span>
  </p>
)

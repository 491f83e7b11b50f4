import type { VNode } from 'preact'
import { Choices, Tick } from '../../parts/choice.js'
import { errorsOf } from '../../parts/error-summary.js'
import { DateField } from '../../parts/field.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'
import { LargeNumber, StepPage, type NumberShown, type StepProps } from './step.js'

export interface AskServicesProps extends StepProps {
  readonly organisation: string
  readonly number: NumberShown
  readonly toNumber: Path
  /** How the person is known: to us, or to this organisation, whose administrator may open their page. */
  readonly known: { readonly toPerson: Path | undefined } | undefined
  readonly services: readonly ServiceAsked[]
  /** What the agency gives here, in a row. */
  readonly byAgency: string | undefined
}

export interface ServiceAsked {
  readonly code: string
  readonly name: string
  readonly isChosen: boolean
  readonly from: string
  readonly to: string
  /** What the person holds of it already, in words. */
  readonly held: string | undefined
}

export const AskServices = (props: AskServicesProps): VNode => {
  const { organisation, number, toNumber, known, services, byAgency, ...step } = props
  const words = step.text.administration.add
  const head = (
    <>
      <p class="preamble">{words.forOrganisation(organisation)}</p>
      <LargeNumber number={number} />
      <p>
        <Link to={toNumber}>{words.changeNumber}</Link>
      </p>
      {known && <KnownPerson {...props} />}
    </>
  )
  if (services.length === 0) {
    return (
      <Notice kind="warning" title={words.servicesTitle}>
        <p>{words.nothingToGive}</p>
        {step.back && <Link to={step.back}>{words.back}</Link>}
      </Notice>
    )
  }
  return (
    <StepPage {...step} title={words.servicesTitle} head={head}>
      <Choices name="services" legend={words.servicesOf} errors={errorsOf(step.errors, 'services')}>
        <p class="label__description">{words.servicesPreamble}</p>
        {services.map((service) => (
          <Wish key={service.code} {...step} service={service} />
        ))}
      </Choices>
      {byAgency && (
        <div class="wish__agency">
          <h2 class="label">{words.byAgency}</h2>
          <p>{byAgency}</p>
        </div>
      )}
    </StepPage>
  )
}

const KnownPerson = ({ text, known }: AskServicesProps): VNode => {
  const words = text.administration.add
  const toPerson = known?.toPerson
  return (
    <Notice kind="info" title={toPerson ? words.knownHere : words.known}>
      <p>{words.knownWords}</p>
      {toPerson && (
        <p>
          {words.knownHereWords} <Link to={toPerson}>{words.toPerson}</Link>
        </p>
      )}
    </Notice>
  )
}

interface WishProps extends Pick<StepProps, 'text' | 'errors'> {
  readonly service: ServiceAsked
}

/** One service, and its days when it is chosen. */
const Wish = ({ text, errors, service }: WishProps): VNode => {
  const words = text.administration.add
  const { code } = service
  return (
    <div class="wish">
      <Tick
        name={`service-${code}`}
        label={service.name}
        isTicked={service.isChosen}
        words={service.held === undefined ? undefined : words.holds(service.held)}
        errors={errorsOf(errors, `service-${code}`)}
      />
      <fieldset class="choices wish__days" aria-label={words.daysOf(service.name)}>
        <DateField
          name={`from-${code}`}
          label={words.from}
          value={service.from}
          errors={errorsOf(errors, `from-${code}`)}
          autocomplete="off"
        />
        <DateField
          name={`to-${code}`}
          label={words.to}
          hint={words.toHint}
          value={service.to}
          errors={errorsOf(errors, `to-${code}`)}
          autocomplete="off"
        />
      </fieldset>
    </div>
  )
}

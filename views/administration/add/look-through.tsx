import type { VNode } from 'preact'
import { Link, type Path } from '../../parts/link.js'
import { LargeNumber, StepPage, type NumberShown, type StepProps } from './step.js'

export interface LookThroughProps extends StepProps {
  readonly organisation: { readonly name: string; readonly change: Path | undefined }
  readonly number: NumberShown
  readonly toNumber: Path
  /** Undefined for somebody who is known: nothing of theirs is told. */
  readonly person:
    | {
        readonly name: string
        readonly email: string
        readonly address: readonly string[]
        readonly change: Path
      }
    | undefined
  readonly permissions: readonly { readonly service: string; readonly terms: string }[]
  readonly toServices: Path
  readonly next: readonly string[]
}

/** All of it in plain words before anything is done, and each part a way back to change it. */
export const LookThrough = (props: LookThroughProps): VNode => {
  const { organisation, number, toNumber, person, permissions, toServices, next, ...step } = props
  const words = step.text.administration.add
  const head = (
    <>
      <p class="preamble">{words.summaryPreamble}</p>
      <section class="card" aria-labelledby="who">
        <h2 id="who">{words.who}</h2>
        <LargeNumber number={number} />
        <p>
          <Link to={toNumber}>{words.changeNumber}</Link>
        </p>
        {person ? <Person {...props} /> : <p>{words.knownPerson}</p>}
      </section>
      <section class="card" aria-labelledby="may">
        <h2 id="may">{words.permissions}</h2>
        <p>{organisation.name}</p>
        {organisation.change && (
          <p>
            <Link to={organisation.change}>{words.changeWhat.organisation}</Link>
          </p>
        )}
        <ul class="held">
          {permissions.map(({ service, terms }) => (
            <li key={service}>
              <span class="held__service">{service}</span>
              <span class="held__terms">{terms}</span>
            </li>
          ))}
        </ul>
        <p>
          <Link to={toServices}>{words.changeWhat.services}</Link>
        </p>
      </section>
      <h2>{words.whatHappens}</h2>
      <WhatNext next={next} />
    </>
  )
  return (
    <StepPage {...step} title={words.summaryTitle} head={head} button={words.save}>
      {null}
    </StepPage>
  )
}

const Person = ({ text, person }: LookThroughProps): VNode | null => {
  const words = text.administration.add
  if (!person) return null
  return (
    <>
      <dl class="facts">
        <dt>{words.name}</dt>
        <dd>{person.name}</dd>
        <dt>{words.email}</dt>
        <dd class="large-text">{person.email}</dd>
        <dt>{words.address}</dt>
        <dd>
          {person.address.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </dd>
      </dl>
      <p>
        <Link to={person.change}>{words.changeWhat.person}</Link>
      </p>
    </>
  )
}

/** What happens and when, a sentence each, in that order. */
export const WhatNext = ({ next }: { readonly next: readonly string[] }): VNode => (
  <ol class="list-of-words">
    {next.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ol>
)

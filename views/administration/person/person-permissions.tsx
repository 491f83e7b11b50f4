import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Tick } from '../../parts/choice.js'
import { ChoosingForm } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'

export interface GrantShown {
  readonly grantId: string
  readonly service: string
  readonly state: 'active' | 'planned' | 'paused' | 'expired' | 'ended'
  readonly terms: string
  /** False for what the agency gives. */
  readonly isTheirs: boolean
}

export interface AtOrganisation {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly live: readonly GrantShown[]
  readonly former: readonly GrantShown[]
  readonly canResume: boolean
}

interface PersonPermissionsProps {
  readonly text: Text
  readonly at: Path
  readonly isSelf: boolean
  readonly organisations: readonly AtOrganisation[]
}

/** What the person may do at each of the reader's organisations, and what can be done about it. */
export const PersonPermissions = ({ text, at, isSelf, organisations }: PersonPermissionsProps): VNode => {
  const { person: words } = text.administration
  return (
    <section aria-labelledby="behorigheter">
      <h2 id="behorigheter">{words.permissions}</h2>
      {organisations.map((organisation) => (
        <article key={organisation.id} class="card" aria-labelledby={`organisation-${organisation.id}`}>
          <h3 id={`organisation-${organisation.id}`}>{organisation.name}</h3>
          <p class="quiet">{organisation.code}</p>
          {organisation.live.length === 0 && <p>{words.noneHere}</p>}
          <Live text={text} at={at} isSelf={isSelf} organisation={organisation} />
          {organisation.former.length > 0 && (
            <details>
              <summary>{words.former(organisation.former.length)}</summary>
              <ul class="held">
                {organisation.former.map((grant) => (
                  <li key={grant.grantId}>
                    <GrantWords text={text} grant={grant} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </article>
      ))}
      {!isSelf && (
        <p>
          <Link to={`${at}/ge`}>{words.give}</Link>
        </p>
      )}
    </section>
  )
}

interface LiveProps extends Omit<PersonPermissionsProps, 'organisations'> {
  readonly organisation: AtOrganisation
}

const Live = ({ text, at, isSelf, organisation }: LiveProps): VNode | null => {
  const { person: words } = text.administration
  const { live, canResume } = organisation
  if (live.length === 0) return null
  const theirs = live.filter(({ isTheirs }) => isTheirs && !isSelf)
  const list = (
    <ul class="held">
      {live.map((grant) => (
        <li key={grant.grantId}>
          {theirs.includes(grant) ? (
            <div class="held__service">
              <Tick name={`grant-${grant.grantId}`} label={grant.service} isTicked={theirs.length === 1} />
            </div>
          ) : (
            <span class="held__service">{grant.service}</span>
          )}
          <span class={`state state--${grant.state}`}>{text.permissions.state[grant.state]}</span>
          <span class="held__terms">{grant.terms}</span>
          {!grant.isTheirs && <span class="held__terms">{words.byAgency}</span>}
        </li>
      ))}
    </ul>
  )
  if (isSelf) return list
  return (
    <>
      {theirs.length === 0 && list}
      {theirs.length > 0 && (
        <ChoosingForm to={`${at}/dagar`}>
          {list}
          <div class="acts">
            <Button label={words.change} weight="secondary" />
            <Button label={words.pause} weight="secondary" to={`${at}/paus`} />
            {canResume && <Button label={words.resume} weight="secondary" to={`${at}/ateruppta`} />}
            <Button label={words.end} weight="secondary" to={`${at}/avsluta`} />
          </div>
        </ChoosingForm>
      )}
      <p>
        <Link to={`${at}/har-slutat?organisation=${organisation.id}`}>{words.hasLeft}</Link>
      </p>
    </>
  )
}

/** One permission in words. */
export const GrantWords = ({ text, grant }: { readonly text: Text; readonly grant: GrantShown }): VNode => (
  <>
    <span class="held__service">{grant.service}</span>
    <span class={`state state--${grant.state}`}>{text.permissions.state[grant.state]}</span>
    <span class="held__terms">{grant.terms}</span>
  </>
)

import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Contents } from '../../parts/contents.js'
import { Link, type Path } from '../../parts/link.js'

export interface DemoPagesProps {
  readonly text: Text
  readonly groups: readonly PageGroupShown[]
  readonly password: string
}

interface PageGroupShown {
  readonly id: string
  readonly title: string
  /** Whom to sign in as. */
  readonly as: string | undefined
  readonly pages: readonly PageShown[]
}

interface PageShown {
  /** The address with names in its places. */
  readonly pattern: string
  /** Undefined when the database has nothing to show there. */
  readonly address: Path | undefined
  readonly state: string | undefined
}

export const DemoPages = ({ text, groups, password }: DemoPagesProps): VNode => {
  const words = text.demo.pages
  return (
    <div class="wide">
      <h1 class="heading">{words.title}</h1>
      <p class="preamble">{words.preamble}</p>
      <p>
        {words.password} <strong>{password}</strong>
      </p>
      <Contents title={words.title} chapters={groups} />
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={group.id}>
          <h2 id={group.id}>{group.title}</h2>
          {group.as && <p>{words.signInAs(group.as)}</p>}
          <ul>
            {group.pages.map((page) => (
              <li key={`${page.pattern} ${page.state}`}>
                <PageLink text={text} page={page} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const PageLink = ({ text, page }: { readonly text: Text; readonly page: PageShown }): VNode => {
  const { pattern, address, state } = page
  const comments = [state, address === undefined && text.demo.pages.notThere].filter(Boolean).join('. ')
  return (
    <>
      {address === undefined ? <span>{pattern}</span> : <Link to={address}>{pattern}</Link>}
      {comments !== '' && <span class="small-print">{` ${comments}`}</span>}
    </>
  )
}

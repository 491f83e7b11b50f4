import type { VNode } from 'preact'
import { services } from '../../config/services.js'
import type { Permission } from '../../src/demo/mina-tjanster/permission.js'
import type { Language, Text } from '../../src/text/text.js'

export interface ToldProps {
  readonly text: Text
  readonly language: Language
  readonly who: {
    readonly name: string
    readonly username: string
    readonly sub: string
    readonly permissions: readonly Permission[]
  }
}

/** What Portvakt has told this service just now: for whoever wants to see how it works. */
export const Told = ({ text, language, who }: ToldProps): VNode => {
  const { minaTjanster: words } = text
  return (
    <section class="panel" aria-labelledby="told">
      <h2 class="heading" id="told">
        {words.toldTitle}
      </h2>
      <p class="panel__words">{words.toldWords}</p>
      <dl class="facts">
        <dt>{words.toldName}</dt>
        <dd>{who.name}</dd>
        <dt>{words.toldUsername}</dt>
        <dd>{who.username}</dd>
        <dt>{words.toldSubject}</dt>
        <dd class="code">{who.sub}</dd>
      </dl>
      <h3 class="heading">{words.toldPermissions}</h3>
      {who.permissions.length > 0 && <Held words={words} language={language} permissions={who.permissions} />}
      <details class="raw">
        <summary>{words.asItCame}</summary>
        <pre class="code">{JSON.stringify({ sub: who.sub, permissions: who.permissions }, null, 2)}</pre>
      </details>
    </section>
  )
}

interface HeldProps {
  readonly words: Text['minaTjanster']
  readonly language: Language
  readonly permissions: readonly Permission[]
}

const Held = ({ words, language, permissions }: HeldProps): VNode => (
  <ul class="held">
    {permissions.map((permission) => (
      <li key={`${permission.kind}${permission.organisation}${permission.service}`}>
        <span class="held__what">{services[permission.service][language]}</span>
        <span>
          {permission.name} <span class="code">{permission.organisation}</span>
        </span>
        <span class="quietly">
          {permission.valid_from} – {permission.valid_to ?? words.untilFurtherNotice}
        </span>
      </li>
    ))}
  </ul>
)

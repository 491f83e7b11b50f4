import type { ComponentChildren, VNode } from 'preact'
import { Icon } from './icon.js'

/** A place in this service. The type leaves no room for javascript:, data: or another host. */
export type Path = `/${string}`

export const Link = ({ to, children }: { readonly to: Path; readonly children: ComponentChildren }): VNode => (
  <a class="anchor" href={to}>
    {children}
  </a>
)

/** A link that looks like a button: it only leads somewhere, it does nothing. */
export const ButtonLink = ({ to, children }: { readonly to: Path; readonly children: ComponentChildren }): VNode => (
  <a class="button button--primary" href={to}>
    {children}
  </a>
)

/** The same, to a registered address outside this service. */
export const OutsideButtonLink = ({ to, children }: OutsideLinkProps): VNode => (
  <a class="button button--primary" {...(/^https?:\/\//.test(to) && { href: to })}>
    {children}
  </a>
)

interface OutsideLinkProps {
  readonly to: string
  readonly children: ComponentChildren
}

/** To a registered address outside this service; anything but http and https leads nowhere. */
export const OutsideLink = ({ to, children }: OutsideLinkProps): VNode => (
  <a class="anchor" {...(/^https?:\/\//.test(to) && { href: to })}>
    {children}
  </a>
)

export interface LinkCardProps {
  readonly to: Path
  readonly name: string
  readonly words?: string
}

/** A link card, for a list with class "link-cards": what one can do, and a sentence on when. The whole of it leads there. */
export const LinkCard = ({ to, name, words }: LinkCardProps): VNode => (
  <div class="link-card">
    <a class="link-card__name" href={to}>
      {name}
    </a>
    <Icon shape="arrow" />
    {words && <p class="link-card__words">{words}</p>}
  </div>
)

/** A link card to a registered relying service; anything but http and https leads nowhere. */
export const OutsideLinkCard = ({ to, name, words }: Omit<LinkCardProps, 'to'> & { readonly to: string }): VNode => (
  <div class="link-card link-card--first">
    <a class="link-card__name" {...(/^https?:\/\//.test(to) && { href: to })}>
      {name}
    </a>
    <Icon shape="arrow" />
    {words && <p class="link-card__words">{words}</p>}
  </div>
)

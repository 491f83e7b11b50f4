import type { ComponentChildren, VNode } from 'preact'
import type { Path } from './link.js'

export interface FormProps {
  readonly to: Path
  readonly formToken: string
  /** What the form carries along unseen; nothing rests on it. */
  readonly kept?: Readonly<Record<string, string | undefined>>
  readonly children: ComponentChildren
}

/** A post to ourselves; the token proves that it came from our page in this browser. */
export const Form = ({ to, formToken, kept = {}, children }: FormProps): VNode => (
  <form method="post" action={to} novalidate class="form">
    <input type="hidden" name="token" value={formToken} />
    {Object.entries(kept).map(
      ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
    )}
    {children}
  </form>
)

export interface ChoosingFormProps {
  readonly to: Path
  readonly children: ComponentChildren
}

/** Leads to a page about what was ticked. It changes nothing, so it needs no token. */
export const ChoosingForm = ({ to, children }: ChoosingFormProps): VNode => (
  <form method="get" action={to} class="form">
    {children}
  </form>
)

import type { VNode } from 'preact'
import type { Path } from './link.js'

export interface ButtonProps {
  readonly label: string
  readonly weight?: 'primary' | 'secondary' | 'tertiary'
  /** The id of what it acts on, where several buttons have the same words. */
  readonly describedBy?: string
  /** Where this button sends the form, when it has several. */
  readonly to?: Path
  /** What the form says when it is sent with this button. */
  readonly says?: { readonly name: string; readonly value: string }
}

/** Sends the form that it stands in. */
export const Button = ({ label, weight = 'primary', describedBy, to, says }: ButtonProps): VNode => (
  <button
    type="submit"
    class={`button button--${weight}`}
    {...(describedBy && { 'aria-describedby': describedBy })}
    {...(to && { formaction: to })}
    {...says}
  >
    {label}
  </button>
)

import type { ComponentChildren, VNode } from 'preact'
import { Icon } from './icon.js'

export interface FieldError {
  readonly field: string
  readonly message: string
}

export interface ErrorSummaryProps {
  readonly title: string
  readonly errors: readonly FieldError[]
}

/** What must be mended, a line for each field that leads to it; what else is wrong there is said at the field. */
export const ErrorSummary = ({ title, errors }: ErrorSummaryProps): VNode | null =>
  errors.length === 0 ? null : (
    <Summary title={title}>
      <ul class="error-list__list">
        {firstOfEach(errors).map(({ field, message }) => (
          <li key={field} class="error-list__link">
            <a class="anchor" href={`#${field}`}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </Summary>
  )

/** What was refused as a whole, and is no single field's fault. */
export const RefusalSummary = ({
  title,
  children,
}: {
  readonly title: string
  readonly children: ComponentChildren
}) => (
  <Summary title={title} id="form-error">
    {children}
  </Summary>
)

interface SummaryProps {
  readonly title: string
  readonly id?: string
  readonly children: ComponentChildren
}

/** First on the page and first in focus: who reads by ear hears it before anything else. */
const Summary = ({ title, id, children }: SummaryProps): VNode => (
  <div
    class="message-box message-box--error error-list"
    role="alert"
    tabIndex={-1}
    id="error-summary"
    autofocus // oxlint-disable-line jsx-a11y/no-autofocus -- the answer to what was just sent, not a field
  >
    <Icon shape="error" />
    <div class="message-box__content" {...(id !== undefined && { id })}>
      <h2 class="error-list__heading">{title}</h2>
      {children}
    </div>
  </div>
)

/** The messages of one field, for its Field. */
export const errorsOf = (
  errors: readonly { readonly field?: string | undefined; readonly message: string }[],
  field: string,
): readonly string[] => errors.filter((error) => error.field === field).map(({ message }) => message)

const firstOfEach = (errors: readonly FieldError[]): readonly FieldError[] =>
  errors.filter(({ field }, index) => errors.findIndex((error) => error.field === field) === index)

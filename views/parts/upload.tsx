import type { ComponentChildren, VNode } from 'preact'
import { Icon } from './icon.js'
import type { Path } from './link.js'

export interface UploadFormProps {
  readonly to: Path
  readonly formToken: string
  /** What the form carries along unseen; nothing rests on it. */
  readonly kept?: Readonly<Record<string, string | undefined>>
  readonly children: ComponentChildren
}

/** A post of one file to ourselves. */
export const UploadForm = ({ to, formToken, kept = {}, children }: UploadFormProps): VNode => (
  <form method="post" action={to} encType="multipart/form-data" novalidate class="form">
    <input type="hidden" name="token" value={formToken} />
    {Object.entries(kept).map(
      ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
    )}
    {children}
  </form>
)

export interface FileFieldProps {
  readonly name: string
  readonly label: string
  readonly hint: string
  /** What the browser offers first; what comes is judged by its content. */
  readonly accept: string
  readonly errors?: readonly string[]
}

/** One file of the reader's own. */
export const FileField = ({ name, label, hint, accept, errors = [] }: FileFieldProps): VNode => {
  const isWrong = errors.length > 0
  return (
    <div class={isWrong ? 'text-field text-field--error' : 'text-field'}>
      <label class="label" for={name}>
        {label}
      </label>
      <span class="label__description" id={`${name}-hint`}>
        {hint}
      </span>
      {isWrong && (
        <div class="label__message label__message--error" id={`${name}-error`}>
          <Icon shape="error" />
          <ul>
            {errors.map((error) => (
              <li key={error}>{error}</li>
            ))}
          </ul>
        </div>
      )}
      <input
        class="file-field"
        type="file"
        id={name}
        name={name}
        accept={accept}
        aria-describedby={isWrong ? `${name}-hint ${name}-error` : `${name}-hint`}
        {...(isWrong && { 'aria-invalid': true as const })}
      />
    </div>
  )
}

import type { VNode } from 'preact'
import { Icon } from './icon.js'

export type Autocomplete = 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'email' | 'off'

interface Question {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly errors?: readonly string[]
  readonly autocomplete: Autocomplete
}

export interface FieldProps extends Question {
  readonly value?: string
  readonly inputMode?: 'numeric' | 'text' | 'email'
  readonly isShort?: boolean
  /** What a telephone's keyboard begins with; names begin with a capital. */
  readonly capitals?: 'words'
}

/** One question. Label, hint and error are tied to the input here, so that no page can forget it. */
export const Field = (props: FieldProps): VNode => (
  <Asked {...props}>
    <input
      class={props.isShort ? 'text-field__input text-field__input--short' : 'text-field__input'}
      type="text"
      autocapitalize={props.capitals ?? 'none'}
      {...shared(props)}
      {...(props.value !== undefined && { value: props.value })}
      {...(props.inputMode && { inputMode: props.inputMode })}
    />
  </Asked>
)

/** One answer of many, in a list that folds; a search's own list is `Select`. */
export const SelectField = (
  props: Question & {
    readonly chosen: string
    readonly options: readonly { readonly value: string; readonly label: string }[]
  },
): VNode => (
  <Asked {...props}>
    <select class="select-field__select" {...shared(props)}>
      {props.options.map(({ value, label }) => (
        <option key={value} value={value} selected={value === props.chosen}>
          {label}
        </option>
      ))}
    </select>
  </Asked>
)

/** A day of the calendar, as `2026-03-29`: the browser's own calendar where it has one. */
export const DateField = (props: Question & { readonly value: string; readonly min?: string }): VNode => (
  <Asked {...props}>
    <input
      class="text-field__input text-field__input--short"
      type="date"
      min={props.min ?? '2000-01-01'}
      max="2099-12-31"
      {...shared(props)}
      value={props.value}
    />
  </Asked>
)

/** A time of the day, as `14:30`. */
export const ClockField = (props: Question & { readonly value: string }): VNode => (
  <Asked {...props}>
    <input class="text-field__input text-field__input--short" type="time" {...shared(props)} value={props.value} />
  </Asked>
)

/** An answer of a few sentences. */
export const WordsField = (props: Question & { readonly value: string; readonly maxLength: number }): VNode => (
  <Asked {...props}>
    <textarea class="text-field__input words-field" rows={4} maxLength={props.maxLength} {...shared(props)}>
      {unlost(props.value)}
    </textarea>
  </Asked>
)

/** A browser drops the first line end in a textarea, so one that belongs to the value is written twice. */
const unlost = (value: string) => (/^\r?\n/.test(value) ? `\n${value}` : value)

export interface PasswordFieldProps extends Question {
  /** The words of the control that shows what is typed; it appears where scripts run. */
  readonly reveal: { readonly show: string; readonly hide: string }
}

/** A secret: it is never rendered back. */
export const PasswordField = (props: PasswordFieldProps): VNode => (
  <Asked {...props}>
    <input
      class="text-field__input"
      type="password"
      {...shared(props)}
      data-show={props.reveal.show}
      data-hide={props.reveal.hide}
    />
  </Asked>
)

/**
 * For a page that asks for a password only: whose it is, so that a password manager keeps the two together. It has no
 * name, so it is not sent.
 */
export const UsernameOfPassword = ({ username }: { readonly username: string }): VNode => (
  <input type="text" autocomplete="username" value={username} readonly hidden />
)

const Asked = ({ name, label, hint, errors = [], children }: Question & { readonly children: VNode }): VNode => (
  <div class={errors.length > 0 ? 'text-field text-field--error' : 'text-field'}>
    <label class="label" for={name}>
      {label}
    </label>
    {hint && (
      <span class="label__description" id={`${name}-hint`}>
        {hint}
      </span>
    )}
    {errors.length > 0 && <Wrong id={`${name}-error`} errors={errors} />}
    <div class="text-field__input-wrapper">{children}</div>
  </div>
)

const Wrong = ({ id, errors }: { readonly id: string; readonly errors: readonly string[] }): VNode => (
  <div class="label__message label__message--error" id={id}>
    <Icon shape="error" />
    {errors.length === 1 ? (
      errors[0]
    ) : (
      <ul>
        {errors.map((error) => (
          <li key={error}>{error}</li>
        ))}
      </ul>
    )}
  </div>
)

const shared = ({ name, hint, errors = [], autocomplete }: Question) => {
  const isWrong = errors.length > 0
  const described = [hint && `${name}-hint`, isWrong && `${name}-error`].filter(Boolean).join(' ')
  return {
    id: name,
    name,
    autocomplete,
    spellcheck: false,
    ...(described && { 'aria-describedby': described }),
    ...(isWrong && { 'aria-invalid': true as const }),
  }
}

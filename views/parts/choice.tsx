import type { ComponentChildren, VNode } from 'preact'
import { Icon } from './icon.js'

export interface TickProps {
  readonly name: string
  readonly label: string
  readonly isTicked?: boolean
  /** More about it, read after the label. */
  readonly words?: string | undefined
  readonly errors?: readonly string[]
}

/** One box that says yes. Each has a name of its own, and the value `ja`. */
export const Tick = ({ name, label, isTicked = false, words, errors = [] }: TickProps): VNode => (
  <div class="choice">
    <input
      class="choice__box"
      type="checkbox"
      id={name}
      name={name}
      value="ja"
      checked={isTicked}
      {...describedBy(name, words, errors)}
    />
    <label class="choice__label" for={name}>
      {label}
    </label>
    {words && (
      <p class="choice__words" id={`${name}-words`}>
        {words}
      </p>
    )}
    {errors.length > 0 && (
      <div class="choice__words label__message label__message--error" id={`${name}-error`}>
        <Icon shape="error" />
        {errors.join(' ')}
      </div>
    )}
  </div>
)

const describedBy = (name: string, words: string | undefined, errors: readonly string[]) => {
  const parts = [words && `${name}-words`, errors.length > 0 && `${name}-error`].filter(Boolean).join(' ')
  return {
    ...(parts && { 'aria-describedby': parts }),
    ...(errors.length > 0 && { 'aria-invalid': true as const }),
  }
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly words?: string | undefined
}

export interface RadiosProps {
  readonly name: string
  readonly legend: string
  readonly options: readonly Option[]
  readonly chosen: string
  readonly errors?: readonly string[]
}

/** One answer of a few. */
export const Radios = ({ name, legend, options, chosen, errors = [] }: RadiosProps): VNode => (
  <Group name={name} legend={legend} errors={errors}>
    {options.map(({ value, label, words }, place) => {
      const id = place === 0 ? name : `${name}-${value}`
      return (
        <div key={value} class="choice">
          <input
            class="choice__box"
            type="radio"
            id={id}
            name={name}
            value={value}
            checked={value === chosen}
            {...(words && { 'aria-describedby': `${id}-words` })}
          />
          <label class="choice__label" for={id}>
            {label}
          </label>
          {words && (
            <p class="choice__words" id={`${id}-words`}>
              {words}
            </p>
          )}
        </div>
      )
    })}
  </Group>
)

export interface ChoicesProps {
  readonly name: string
  readonly legend: string
  readonly errors?: readonly string[]
  readonly children: ComponentChildren
}

/** Boxes that belong together, under a question of their own: what is wrong with all of them leads to the question. */
export const Choices = (props: ChoicesProps): VNode => <Group {...props} id={props.name} />

/** Without an id, the way to it leads to its first box. */
const Group = ({ name, id, legend, errors = [], children }: ChoicesProps & { readonly id?: string }): VNode => (
  <fieldset
    class={errors.length > 0 ? 'choices choices--error' : 'choices'}
    {...(id !== undefined && { id, tabIndex: -1 })}
    {...(errors.length > 0 && { 'aria-describedby': `${name}-error` })}
  >
    <legend class="label">{legend}</legend>
    {errors.length > 0 && (
      <div class="label__message label__message--error" id={`${name}-error`}>
        <Icon shape="error" />
        {errors.join(' ')}
      </div>
    )}
    {children}
  </fieldset>
)

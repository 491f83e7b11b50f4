import type { VNode } from 'preact'

export interface SelectProps {
  readonly name: string
  readonly label: string
  readonly chosen: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** One answer of many, in a list that folds. */
export const Select = ({ name, label, chosen, options }: SelectProps): VNode => (
  <div class="select-field">
    <label class="label" for={name}>
      {label}
    </label>
    <select class="select-field__select" id={name} name={name}>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === chosen}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
)

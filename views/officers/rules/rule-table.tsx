import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { ChoosingForm } from '../../parts/form.js'
import { Notice } from '../../parts/notice.js'
import { Select } from '../../parts/select.js'

export interface RuleTableProps {
  readonly text: Text
  readonly note: { readonly kind: 'success' | 'info' | 'error'; readonly words: string } | undefined
  readonly forms: readonly {
    readonly form: string
    readonly name: string
    readonly rules: readonly { readonly name: string; readonly label: string; readonly chosen: 'local' | 'agency' }[]
  }[]
}

/** Who administers what, an answer for each school form, way of reporting and service; nothing changes from here. */
export const RuleTable = ({ text, note, forms }: RuleTableProps): VNode => {
  const { rules: words } = text.officers
  const options = (['local', 'agency'] as const).map((value) => ({ value, label: words.by[value] }))
  return (
    <>
      <h1 class="heading">{words.title}</h1>
      <p class="preamble">{words.preamble}</p>
      {note && (
        <Notice kind={note.kind}>
          <p>{note.words}</p>
        </Notice>
      )}
      <ChoosingForm to="/handlaggning/vem-administrerar/andra">
        {forms.map(({ form, name, rules }) => (
          <fieldset key={form} class="answers">
            <legend>{name}</legend>
            <div class="answers__grid">
              {rules.map((rule) => (
                <Select key={rule.name} {...rule} options={options} />
              ))}
            </div>
          </fieldset>
        ))}
        <Button label={words.look} />
      </ChoosingForm>
    </>
  )
}

import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Tick } from '../../parts/choice.js'
import { ChoosingForm, Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'
import { Select, type SelectProps } from '../../parts/select.js'

export interface ImportPreviewProps {
  readonly text: Text
  readonly formToken: string
  readonly at: Path
  readonly kept: Readonly<Record<string, string>>
  readonly selects: readonly SelectProps[]
  /** Undefined until the columns are chosen. */
  readonly counts: string | undefined
  readonly mayImport: boolean
  readonly errors: readonly string[]
  /** New rows that are most likely known organisations; with any, saving needs a yes. */
  readonly alike: readonly string[]
  readonly wrongYes: readonly string[]
  readonly otherSheets: string | undefined
  readonly rows: readonly {
    readonly row: number
    readonly code: string
    readonly name: string
    readonly state: 'new' | 'changed' | 'unchanged' | 'faulty'
  }[]
  readonly more: number
}

/** Which column tells what, and what each row will become; nothing is saved yet. */
export const ImportPreview = (props: ImportPreviewProps): VNode => {
  const { text, formToken, at, kept, selects, counts, mayImport, errors, alike, wrongYes, otherSheets, rows, more } =
    props
  const { importing: words } = text.officers
  return (
    <div class="wide">
      <h1 class="heading">{words.previewTitle}</h1>
      <ChoosingForm to={at}>
        <fieldset class="answers">
          <legend>{words.columnsLegend}</legend>
          <div class="answers__grid">
            {selects.map((select) => (
              <Select key={select.name} {...select} />
            ))}
          </div>
        </fieldset>
        <Button label={words.preview} weight="secondary" />
      </ChoosingForm>
      {errors.length > 0 && (
        <Notice kind="error" title={words.faulty}>
          <ul>
            {errors.map((error) => (
              <li key={error}>{error}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p id="antal">{counts ?? words.chooseColumns}</p>
      {otherSheets !== undefined && <Notice kind="info" title={otherSheets} />}
      {alike.length > 0 && (
        <Notice kind="warning" title={words.alike}>
          <ul>
            {alike.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Notice>
      )}
      {mayImport && (
        <Form to={at} formToken={formToken} kept={kept}>
          {alike.length > 0 && <Tick name="areNew" label={words.areNew} words={words.areNewWords} errors={wrongYes} />}
          <Button label={words.save} />
        </Form>
      )}
      <p>
        <Link to="/handlaggning/organisationer">{words.cancel}</Link>
      </p>
      {rows.length > 0 && <Rows text={text} rows={rows} />}
      {more > 0 && <p>{words.more(more)}</p>}
    </div>
  )
}

const Rows = ({ text, rows }: Pick<ImportPreviewProps, 'text' | 'rows'>): VNode => {
  const { importing: words } = text.officers
  const { row: line, code, name, outcome } = words.headings
  return (
    <table class="list" aria-describedby="antal">
      <caption class="list__caption">{words.previewTitle}</caption>
      <thead>
        <tr>
          {[line, code, name, outcome].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.row}>
            <td data-label={line}>{one.row}</td>
            <td data-label={code}>{one.code}</td>
            <td data-label={name}>{one.name}</td>
            <td data-label={outcome}>{words.states[one.state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

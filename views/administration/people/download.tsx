import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Tick } from '../../parts/choice.js'
import { Form } from '../../parts/form.js'

export interface DownloadProps {
  readonly text: Text
  readonly formToken: string
  readonly total: string
  readonly kept: Readonly<Record<string, string>>
}

/** A post, since it leaves a trace: everybody that was found, as a file. */
export const Download = ({ text, formToken, total, kept }: DownloadProps): VNode => {
  const { people: words } = text.administration
  return (
    <section class="card" aria-labelledby="ladda-ner">
      <h2 id="ladda-ner">{words.download}</h2>
      <p>{total === '1' ? words.downloadOne : words.downloadWords(total)}</p>
      <Form to="/behorigheter/personer/lista" formToken={formToken} kept={kept}>
        <Tick name="nummer" label={words.withNumbers} words={words.withNumbersWords} />
        <Button label={words.asSpreadsheet} weight="secondary" says={{ name: 'format', value: 'xlsx' }} />
        <Button label={words.asText} weight="secondary" says={{ name: 'format', value: 'csv' }} />
      </Form>
    </section>
  )
}

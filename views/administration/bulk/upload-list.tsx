import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { ErrorSummary } from '../../parts/error-summary.js'
import { Link, type Path } from '../../parts/link.js'
import { FileField, UploadForm } from '../../parts/upload.js'

export interface UploadListProps {
  readonly text: Text
  readonly formToken: string
  /** The organisation's own address here. */
  readonly to: Path
  readonly organisation: string
  readonly errors: readonly string[]
  readonly hasServices: boolean
}

/** The template, and where the list is sent. */
export const UploadList = ({ text, formToken, to, organisation, errors, hasServices }: UploadListProps): VNode => {
  const { bulk } = text.administration
  return (
    <div class="wide bulk">
      <ErrorSummary title={text.common.whatIsWrong} errors={errors.map((message) => ({ field: 'file', message }))} />
      <h1 class="heading">{bulk.title}</h1>
      <p class="preamble">{bulk.preamble}</p>
      <p>{bulk.forOrganisation(organisation)}</p>
      {hasServices ? (
        <div class="bulk__steps">
          <section class="card" aria-labelledby="mall">
            <h2 id="mall">{bulk.templateTitle}</h2>
            <p>{bulk.templateWords}</p>
            <ul>
              <li>
                <Link to={`${to}/mall.xlsx`}>{bulk.templateXlsx}</Link>
              </li>
              <li>
                <Link to={`${to}/mall.csv`}>{bulk.templateCsv}</Link>
              </li>
            </ul>
          </section>
          <section class="card" aria-labelledby="ladda-upp">
            <h2 id="ladda-upp">{bulk.uploadTitle}</h2>
            <UploadForm to={to} formToken={formToken}>
              <FileField name="file" label={bulk.file} hint={bulk.fileHint} accept=".xlsx,.csv,.txt" errors={errors} />
              <Button label={bulk.upload} />
            </UploadForm>
          </section>
        </div>
      ) : (
        <p>{bulk.nothingToGive}</p>
      )}
    </div>
  )
}

import type { VNode } from 'preact'
import { Button } from '../../parts/button.js'
import { errorsOf } from '../../parts/error-summary.js'
import { FileField, UploadForm } from '../../parts/upload.js'
import type { AssurancePageProps } from './assurance-props.js'

type AddScanProps = Pick<AssurancePageProps, 'text' | 'formToken' | 'at' | 'errors'>

/** The signed form, of a paper that was registered without it. */
export const AddScan = ({ text, formToken, at, errors }: AddScanProps): VNode => {
  const { assurances: words } = text.officers
  return (
    <section class="card" aria-labelledby="las-in">
      <h2 id="las-in">{words.addScan.title}</h2>
      <p>{words.addScan.words}</p>
      <UploadForm to={`${at}/fil`} formToken={formToken}>
        <FileField
          name="scan"
          label={words.scan}
          hint={words.scanHint}
          accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
          errors={errorsOf(errors, 'scan')}
        />
        <Button label={words.addScan.label} weight="secondary" />
      </UploadForm>
    </section>
  )
}

import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { ErrorSummary, errorsOf, type FieldError } from '../../parts/error-summary.js'
import { Link } from '../../parts/link.js'
import { FileField, UploadForm } from '../../parts/upload.js'

export interface ImportUploadProps {
  readonly text: Text
  readonly formToken: string
  readonly errors: readonly FieldError[]
}

/** Which file organisations are read from. */
export const ImportUpload = ({ text, formToken, errors }: ImportUploadProps): VNode => {
  const { importing: words } = text.officers
  return (
    <>
      <ErrorSummary title={text.common.whatIsWrong} errors={errors} />
      <h1 class="heading">{words.title}</h1>
      <p class="preamble">{words.preamble}</p>
      <UploadForm to="/handlaggning/organisationer/las-in" formToken={formToken}>
        <FileField
          name="fil"
          label={words.file}
          hint={words.fileHint}
          accept=".csv,.txt,.xlsx"
          errors={errorsOf(errors, 'fil')}
        />
        <Button label={words.send} />
      </UploadForm>
      <p>
        <Link to="/handlaggning/organisationer">{words.cancel}</Link>
      </p>
    </>
  )
}

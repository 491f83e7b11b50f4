import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

export interface EndAppointmentProps {
  readonly text: Text
  readonly formToken: string
  readonly at: Path
  readonly appointmentId: string
  readonly organisation: string
  readonly name: string
  readonly days: string
  /** It leaves nobody. */
  readonly isLast: boolean
}

/** What ends with an appointment, before it does. */
export const EndAppointment = (props: EndAppointmentProps): VNode => {
  const { text, formToken, at, appointmentId, organisation, name, days, isLast } = props
  const { organisations: words } = text.officers
  return (
    <>
      <h1 class="heading">{words.endAppointmentTitle}</h1>
      <p class="preamble">{`${name}, ${organisation}`}</p>
      <p>{days}</p>
      <p>{words.endAppointmentWords}</p>
      {isLast && (
        <Notice kind="warning">
          <p>{words.endsTheLast}</p>
        </Notice>
      )}
      <Form to={`${at}/uppdrag/${appointmentId}`} formToken={formToken}>
        <Button label={words.endAppointmentDo} />
      </Form>
      <p>
        <Link to={at}>{words.cancel}</Link>
      </p>
    </>
  )
}

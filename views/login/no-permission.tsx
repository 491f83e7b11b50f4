import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Button } from '../parts/button.js'
import { Form } from '../parts/form.js'
import { Link } from '../parts/link.js'

export interface NoPermissionProps {
  readonly text: Text
  readonly formToken: string
  readonly uid: string
  readonly service: string
  readonly contacts: readonly { readonly organisation: string; readonly administrators: readonly string[] }[]
}

/** Signed in, but with nothing to do here: whom to ask, and the two ways on. */
export function NoPermission({ text: { login }, formToken, uid, service, contacts }: NoPermissionProps): VNode {
  return (
    <>
      <h1 class="heading">{login.noPermissionTitle(service)}</h1>
      <p>{login.noPermission(service)}</p>
      {contacts.length === 0 ? (
        <p>{login.askYourSchool}</p>
      ) : (
        <>
          <p>{login.whomToAsk}</p>
          <ul>
            {contacts.map(({ organisation, administrators }) => (
              <li key={organisation}>
                {organisation}: {administrators.length === 0 ? login.nobodyAppointed : administrators.join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
      <Form to={`/login/${uid}/avbryt`} formToken={formToken}>
        <Button label={login.backToService} />
      </Form>
      <p>
        <Link to={`/login/${uid}/annan`}>{login.asSomebodyElse}</Link>
      </p>
    </>
  )
}

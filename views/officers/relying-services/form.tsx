import type { VNode } from 'preact'
import {
  serviceField,
  type ClientField,
  type TypedClient,
} from '../../../src/officers/relying-services/relying-services.form.js'
import { allServices } from '../../../src/permissions/configured/service.js'
import { authMethods, signingAlgorithms } from '../../../src/relying-services/client.js'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Choices, Radios, Tick } from '../../parts/choice.js'
import { errorsOf, type FieldError } from '../../parts/error-summary.js'
import { Field, WordsField } from '../../parts/field.js'
import { Form } from '../../parts/form.js'
import type { Path } from '../../parts/link.js'

export interface ClientFormProps {
  readonly text: Text
  readonly formToken: string
  readonly to: Path
  readonly typed: TypedClient
  readonly errors: readonly FieldError[]
  /** In the reader's language, by their code. */
  readonly serviceNames: Readonly<Record<string, string>>
  /** Policy: how long a service may go on by renewing. */
  readonly refreshTokenHours: number
  readonly isNew: boolean
}

/** What is asked of a relying service, in the order in which those who run it tell it. */
export const ClientForm = (props: ClientFormProps): VNode => {
  const { text, formToken, to, typed, isNew } = props
  const { relyingServices: words } = text.officers
  const asked = askedOf(props)
  return (
    <Form to={to} formToken={formToken} kept={isNew ? { version: '' } : { id: typed.id, version: typed.version }}>
      <h2>{words.naming}</h2>
      {isNew && <Field {...asked('id')} label={words.clientId} hint={words.clientIdHint} />}
      <Field {...asked('nameSv')} label={words.nameSv} />
      <Field {...asked('nameEn')} label={words.nameEn} />
      <Field {...asked('homeUri')} label={words.homeUri} hint={words.homeUriHint} />
      <h2>{words.addresses}</h2>
      <Addresses {...asked('redirectUris')} label={words.redirectUris} hint={words.redirectUrisHint} />
      <Addresses
        {...asked('postLogoutRedirectUris')}
        label={words.postLogoutRedirectUris}
        hint={words.postLogoutRedirectUrisHint}
      />
      <Field
        {...asked('backchannelLogoutUri')}
        label={words.backchannelLogoutUri}
        hint={words.backchannelLogoutUriHint}
      />
      <Services {...props} />
      <h2>{words.authentication}</h2>
      <Proof {...props} />
      <h2>{words.tokens}</h2>
      <Radios
        name="idTokenSignedResponseAlg"
        legend={words.idTokenSignedResponseAlg}
        chosen={typed.idTokenSignedResponseAlg}
        errors={errorsOf(props.errors, 'idTokenSignedResponseAlg')}
        options={signingAlgorithms.map((value) => ({
          value,
          label: words.algorithm[value],
          words: words.algorithmWords[value],
        }))}
      />
      <Tick
        name="mayRefresh"
        label={words.mayRefresh}
        words={words.mayRefreshWords(props.refreshTokenHours)}
        isTicked={typed.mayRefresh === 'ja'}
      />
      <Tick
        name="isFirstParty"
        label={words.isFirstParty}
        words={words.isFirstPartyWords}
        isTicked={typed.isFirstParty === 'ja'}
      />
      <Button label={isNew ? words.save : words.saveChange} />
    </Form>
  )
}

const askedOf =
  ({ typed, errors }: ClientFormProps) =>
  (name: ClientField) => ({ name, value: typed[name], errors: errorsOf(errors, name), autocomplete: 'off' as const })

const Addresses = (props: Omit<Parameters<typeof WordsField>[0], 'maxLength'>): VNode => (
  <WordsField {...props} maxLength={10_500} />
)

const Services = ({ text, typed, errors, serviceNames }: ClientFormProps): VNode => {
  const { relyingServices: words } = text.officers
  return (
    <Choices name="services" legend={words.services} errors={errorsOf(errors, 'services')}>
      <p class="quiet">{words.servicesHint}</p>
      {allServices.map(({ code }) => (
        <Tick
          key={code}
          name={serviceField(code)}
          label={serviceNames[code] ?? code}
          isTicked={typed[serviceField(code)] === 'ja'}
        />
      ))}
    </Choices>
  )
}

const Proof = (props: ClientFormProps): VNode => {
  const { relyingServices: words } = props.text.officers
  return (
    <>
      <Radios
        name="authMethod"
        legend={words.authMethod}
        chosen={props.typed.authMethod}
        errors={errorsOf(props.errors, 'authMethod')}
        options={authMethods.map((value) => ({ value, label: words.method[value], words: words.methodWords[value] }))}
      />
      <WordsField
        {...askedOf(props)('publicKeys')}
        label={words.publicKeys}
        hint={words.publicKeysHint}
        maxLength={20_000}
      />
    </>
  )
}

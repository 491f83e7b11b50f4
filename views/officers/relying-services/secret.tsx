import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Copyable } from '../../parts/copyable.js'
import { ButtonLink } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

export interface SecretPageProps {
  readonly text: Text
  readonly id: string
  readonly name: string
  readonly secret: string
  readonly done: string
}

/** The one page that ever shows a secret: the answer to the post that made it. */
export const SecretPage = ({ text, id, name, secret, done }: SecretPageProps): VNode => {
  const { relyingServices: words } = text.officers
  return (
    <>
      <h1 class="heading">{words.secretTitle}</h1>
      <Notice kind="success">
        <p>{done}</p>
      </Notice>
      <Notice kind="warning" title={words.secretOnce}>
        <p>{words.secretWhat}</p>
      </Notice>
      <Copyable label={words.secretLabel} content={secret} copy={{ label: words.copy, done: words.copied }} />
      <p>
        <ButtonLink to={`/handlaggning/e-tjanster/${id}`}>{words.toService(name)}</ButtonLink>
      </p>
    </>
  )
}

import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { ButtonLink, Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'
import { WhatNext } from './look-through.js'

export interface AddedProps {
  readonly text: Text
  readonly title: string
  readonly what: string
  readonly permissions: readonly { readonly service: string; readonly terms: string }[]
  readonly next: readonly string[]
  readonly toPerson: Path
}

/** It is done: what is now so, and what happens next and when. */
export const Added = ({ text, title, what, permissions, next, toPerson }: AddedProps): VNode => {
  const words = text.administration.add
  return (
    <>
      <h1 class="heading">{title}</h1>
      <Notice kind="success">
        <p>{what}</p>
      </Notice>
      <ul class="held">
        {permissions.map(({ service, terms }) => (
          <li key={service}>
            <span class="held__service">{service}</span>
            <span class="held__terms">{terms}</span>
          </li>
        ))}
      </ul>
      <h2>{words.nowNext}</h2>
      <WhatNext next={next} />
      <p>
        <ButtonLink to="/behorigheter/lagg-till">{words.another}</ButtonLink>
      </p>
      <p>
        <Link to={toPerson}>{words.toPerson}</Link>
      </p>
    </>
  )
}

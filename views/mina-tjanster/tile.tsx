import type { VNode } from 'preact'
import { services } from '../../config/services.js'
import type { Tile as TileOf } from '../../src/demo/mina-tjanster/tiles.js'
import type { Language, Text } from '../../src/text/text.js'
import { ServiceSign } from './service-sign.js'

export interface TileProps {
  readonly tile: TileOf
  readonly words: Text['minaTjanster']
  readonly language: Language
}

/** One service: a way in, or why there is none. */
export const Tile = ({ tile, words, language }: TileProps): VNode => {
  const { service, organisation, permission, elsewhere } = tile
  const name = services[service][language]
  return (
    <li class={permission ? 'tile' : 'tile tile--closed'}>
      <ServiceSign service={service} />
      <h3 class="tile__name">{name}</h3>
      <p class="tile__words">{words.describes[service]}</p>
      {permission ? (
        <>
          <p class="tile__held">
            {permission.valid_to === null ? words.validUntilFurtherNotice : words.validTo(permission.valid_to)}
          </p>
          <p class="tile__way">
            <a
              class="button button--primary"
              href={`/tjanst/${service}?organisation=${encodeURIComponent(organisation.key)}`}
              aria-label={words.opens(name, organisation.name)}
            >
              {words.open}
            </a>
          </p>
        </>
      ) : (
        <div class="tile__why">
          <p class="tile__lacking">{words.lacking}</p>
          <p>{words.whyLacking(organisation.name)}</p>
          {elsewhere.length > 0 && <p>{words.elsewhere(listed(elsewhere, words.and))}</p>}
        </div>
      )}
    </li>
  )
}

const listed = (names: readonly string[], and: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1) ?? ''}`

import type { VNode } from 'preact'
import { services, type ServiceCode } from '../../config/services.js'
import type { Organisation } from '../../src/demo/mina-tjanster/tiles.js'
import type { Language, Text } from '../../src/text/text.js'
import { ServiceSign } from './service-sign.js'

export interface PlaceProps {
  readonly text: Text
  readonly language: Language
  readonly service: ServiceCode
  readonly organisation: Organisation
}

/** Inside a service: as far as the demo goes. */
export const Place = ({ text, language, service, organisation }: PlaceProps): VNode => {
  const { minaTjanster: words } = text
  return (
    <div class="sheet place">
      <ServiceSign service={service} />
      <h1 class="heading">{services[service][language]}</h1>
      <p class="lead">{words.placeWords(organisation.name)}</p>
      <p>{words.placeEnds}</p>
      <p class="ways">
        <a class="button button--secondary" href={`/?organisation=${encodeURIComponent(organisation.key)}`}>
          {words.toStart}
        </a>
      </p>
    </div>
  )
}

import type { VNode } from 'preact'
import { services, type ServiceCode } from '../../config/services.js'
import type { Language, Text } from '../../src/text/text.js'
import { ServiceSign } from './service-sign.js'

export interface StartPageProps {
  readonly text: Text
  readonly language: Language
}

/** Before anybody is signed in. */
export const StartPage = ({ text, language }: StartPageProps): VNode => {
  const { minaTjanster: words } = text
  return (
    <>
      <div class="hero">
        <div class="hero__row">
          <h1 class="hero__title">{words.startTitle}</h1>
          <p class="hero__words">{words.startWords}</p>
          <p class="ways">
            <a class="button button--primary" href="/login">
              {words.signIn}
            </a>
          </p>
          <p class="hero__how">{words.startHow}</p>
        </div>
      </div>
      <h2 class="heading">{words.startServices}</h2>
      <div class="offers">
        <Offers title={words.forSchools} codes={forSchools} words={words} language={language} />
        <Offers title={words.forMunicipalities} codes={forMunicipalities} words={words} language={language} />
      </div>
    </>
  )
}

const forSchools = ['studietider', 'studeranderapportering'] as const
const forMunicipalities = ['studiestartsstod-ansoka', 'studiestartsstod-budget'] as const

interface OffersProps {
  readonly title: string
  readonly codes: readonly ServiceCode[]
  readonly words: Text['minaTjanster']
  readonly language: Language
}

const Offers = ({ title, codes, words, language }: OffersProps): VNode => (
  <section class="sheet">
    <h3 class="heading">{title}</h3>
    <ul class="offers__list">
      {codes.map((code) => (
        <li key={code} class="offer">
          <ServiceSign service={code} />
          <div>
            <p class="offer__name">{services[code][language]}</p>
            <p class="offer__words">{words.describes[code]}</p>
          </div>
        </li>
      ))}
    </ul>
  </section>
)

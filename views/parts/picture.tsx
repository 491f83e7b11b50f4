import type { VNode } from 'preact'
import type { Language } from '../../src/text/text.js'
import { assetPath } from '../../src/web/assets.js'

/** What is shown of the permission administration. */
export const toolPictures = ['start', 'add', 'bulk', 'person', 'people'] as const
export type ToolPicture = (typeof toolPictures)[number]

export interface PictureProps {
  readonly of: 'kiosk' | 'sign-in' | 'choose' | `tool-${ToolPicture}`
  readonly language: Language
  /** What it shows, for those who see it and those who do not. */
  readonly words: string
}

/** What a page of ours looks like, taken by the tests (`npm run pictures`); the words under it say the same. */
export const Picture = ({ of, language, words }: PictureProps): VNode => (
  <figure class="picture">
    <img src={assetPath(`${of}-${language}.png`)} alt="" />
    <figcaption>{words}</figcaption>
  </figure>
)

import type { VNode } from 'preact'
import type { Organisation, Tile as TileOf } from '../../src/demo/mina-tjanster/tiles.js'
import type { Language, Text } from '../../src/text/text.js'
import { Tile } from './tile.js'
import { Told, type ToldProps } from './told.js'

export interface ServicesPageProps {
  readonly text: Text
  readonly language: Language
  readonly who: ToldProps['who']
  readonly organisations: readonly Organisation[]
  readonly chosen: Organisation | undefined
  readonly tiles: readonly TileOf[]
}

/** What the signed-in person can do, for one school or municipality at a time. */
export const ServicesPage = ({ text, language, who, organisations, chosen, tiles }: ServicesPageProps): VNode => {
  const { minaTjanster: words } = text
  return (
    <>
      <h1 class="heading">{words.welcome(who.name)}</h1>
      {chosen === undefined ? (
        <div class="sheet told told--warning">
          <h2 class="heading">{words.nothingTitle}</h2>
          <p>{words.nothing}</p>
        </div>
      ) : (
        <>
          {organisations.length > 1 ? (
            <Choice words={words} organisations={organisations} chosen={chosen} />
          ) : (
            <p class="lead">
              {words.workingFor} <strong>{chosen.name}</strong> <span class="quietly">({words.code(chosen.code)})</span>
            </p>
          )}
          <h2 class="heading">{words.services}</h2>
          <ul class="tiles">
            {tiles.map((tile) => (
              <Tile key={tile.service} tile={tile} words={words} language={language} />
            ))}
          </ul>
        </>
      )}
      <Told text={text} language={language} who={who} />
    </>
  )
}

interface ChoiceProps {
  readonly words: Text['minaTjanster']
  readonly organisations: readonly Organisation[]
  readonly chosen: Organisation
}

const Choice = ({ words, organisations, chosen }: ChoiceProps): VNode => (
  <form class="choice sheet" method="get" action="/">
    <label class="label" for="organisation">
      {words.chooseOrganisation}
    </label>
    <div class="choice__row">
      <select id="organisation" name="organisation">
        {organisations.map(({ key, name, code }) => (
          <option key={key} value={key} selected={key === chosen.key}>
            {`${name} (${words.code(code)})`}
          </option>
        ))}
      </select>
      <button class="button button--secondary" type="submit">
        {words.change}
      </button>
    </div>
  </form>
)

import { countryNames, sweden } from './country.js'

interface Place {
  readonly postalCode?: string | null | undefined
  readonly locality?: string | null | undefined
  /** Sweden when it is not there. */
  readonly country?: string | null | undefined
}

interface PostalAddress extends Place {
  readonly street?: string | null | undefined
}

/** An address below the name, as it is put on paper and shown: what is not known is left out. */
export function addressLines(address: PostalAddress): readonly string[] {
  return [address.street, placeLine(address), countryLine(address)].filter(
    (line): line is string => line !== undefined && line !== null && line !== '',
  )
}

/** The postal code and the locality as the post of the country writes them: `553 18 Jönköping`, `London SW1A 1AA`. */
export function placeLine({ postalCode, locality, country }: Place): string {
  const isSwedish = (country ?? sweden) === sweden
  const spaced = isSwedish ? postalCode?.replace(/^(\d{3})(\d{2})$/, '$1 $2') : postalCode
  const parts = codeAfterPlace.has(country ?? sweden) ? [locality, spaced] : [spaced, locality]
  return parts.filter((part) => part !== undefined && part !== null && part !== '').join(' ')
}

/** The last line of an address abroad (docs/decisions/0015): in English, which is read here, on the way and there. */
export function countryLine({ country }: Place): string {
  return (country ?? sweden) === sweden ? '' : englishName(country ?? sweden).toUpperCase()
}

const englishName = countryNames('en')

/** Where the postal code stands after the locality. */
const codeAfterPlace: ReadonlySet<string> = new Set(
  'AU BD BM BN CA FK GB GG GI ID IE IM IN JE JO JP KR LK MM MT NP NZ PK SA SG SH TC TH TW US VN'.split(' '),
)

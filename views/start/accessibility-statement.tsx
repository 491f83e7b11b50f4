import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Link, OutsideLink } from '../parts/link.js'
import { Telephone } from '../parts/telephone.js'

export const AccessibilityStatement = ({ text }: { readonly text: Text }): VNode => {
  const { accessibility: words } = text.start
  return (
    <div class="reading">
      <h1 class="heading">{words.title}</h1>
      <p class="preamble">{words.preamble}</p>
      <h2>{words.howTitle}</h2>
      <p>{words.how}</p>
      <ul>{itemsOf(words.can)}</ul>
      <h2>{words.insteadTitle}</h2>
      <p>{words.instead}</p>
      <p>
        <Link to="/handbok#kontakt">{words.contact}</Link>
      </p>
      <h2>{words.reportTitle}</h2>
      <p>{words.report}</p>
      <Telephone text={text} />
      <h2>{words.supervisionTitle}</h2>
      <p>{words.supervision}</p>
      <p>
        <OutsideLink to={words.supervisionAddress}>{words.supervisionLink}</OutsideLink>
      </p>
      <h2>{words.technicalTitle}</h2>
      <p>{words.technical}</p>
      <h3>{words.testedTitle}</h3>
      <ul>{itemsOf(words.tested)}</ul>
      <p class="small-print">{words.updated}</p>
    </div>
  )
}

const itemsOf = (words: readonly string[]) => words.map((line) => <li key={line}>{line}</li>)

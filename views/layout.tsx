import type { ComponentChildren, VNode } from 'preact'
import type { Language, Text } from '../src/text/text.js'
import { assetPath } from '../src/web/assets.js'
import { Icon } from './parts/icon.js'
import { Link } from './parts/link.js'
import { Telephone } from './parts/telephone.js'
import { SignedInHead, type SignedInShown } from './signed-in/head.js'
import { Stay } from './signed-in/stay.js'

export interface LayoutProps {
  readonly text: Text
  readonly language: Language
  readonly title: string
  readonly description?: string
  readonly nonce: string
  readonly formToken: string
  readonly path: string
  readonly scripts: readonly string[]
  /** Whose page it is; absent on pages for everybody. */
  readonly signedIn?: SignedInShown
  readonly children: ComponentChildren
}

/** What surrounds every page: the way past the head, who we are, the other language, and where to turn. */
export function Layout({
  text,
  language,
  title,
  description,
  nonce,
  formToken,
  path,
  scripts,
  signedIn,
  children,
}: LayoutProps): VNode {
  const { common } = text
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="theme-color" content="#0d3b47" />
        <title>{`${title} – ${common.productName}`}</title>
        <Searched title={title} description={description} siteName={common.productName} />
        <link rel="icon" type="image/svg+xml" href={assetPath('portvakt.svg')} />
        {stylesheets.map((name) => (
          <link key={name} rel="stylesheet" href={assetPath(name)} />
        ))}
        {[...scripts, ...(signedIn ? ['stay.js'] : [])].map((name) => (
          <script key={name} type="module" nonce={nonce} src={assetPath(name)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {common.skipToContent}
        </a>
        <header class="masthead">
          <div class="masthead__row">
            <a class="brand" href="/">
              <Icon shape="gate" />
              <span class="brand__name">{common.productName}</span>
              <span class="brand__tagline">{common.tagline}</span>
            </a>
            {formToken && <LanguageSwitch text={text} language={language} path={path} formToken={formToken} />}
          </div>
          {signedIn && <SignedInHead text={text} formToken={formToken} {...signedIn} />}
        </header>
        <main id="content" class="page" tabIndex={-1}>
          {children}
        </main>
        <Foot text={text} />
        {signedIn && <Stay text={text} formToken={formToken} {...signedIn} />}
      </body>
    </html>
  )
}

const stylesheets = ['fkui.css', 'fkui-theme.css', 'portvakt.css'] as const

/** Whom to call, and where to read. */
const Foot = ({ text }: { readonly text: Text }): VNode => (
  <footer class="foot">
    <div class="foot__row">
      <div class="foot__who">
        <p>{`${text.common.productName} – ${text.agency.name}`}</p>
        <Telephone text={text} />
      </div>
      <nav aria-label={text.common.footerLinks}>
        <ul class="foot__links">
          <li>
            <Link to="/handbok">{text.common.handbook}</Link>
          </li>
          <li>
            <Link to="/handbok#kontakt">{text.common.contact}</Link>
          </li>
          <li>
            <Link to="/tillganglighet">{text.common.accessibility}</Link>
          </li>
        </ul>
      </nav>
    </div>
  </footer>
)

interface SearchedProps {
  readonly title: string
  readonly description: string | undefined
  readonly siteName: string
}

/** What a page says of itself to those who search and share, or that it is not for them. */
const Searched = ({ title, description, siteName }: SearchedProps): VNode =>
  description === undefined ? (
    <meta name="robots" content="noindex" />
  ) : (
    <>
      <meta name="description" content={description} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={siteName} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
    </>
  )

type SwitchProps = Pick<LayoutProps, 'text' | 'language' | 'path' | 'formToken'>

/** A post, since it is remembered; it leads back to the same page. */
const LanguageSwitch = ({ text, language, path, formToken }: SwitchProps): VNode => {
  const other = language === 'sv' ? 'en' : 'sv'
  return (
    <form class="language" method="post" action="/sprak">
      <input type="hidden" name="token" value={formToken} />
      <input type="hidden" name="language" value={other} />
      <input type="hidden" name="return" value={path} />
      <button class="language__button" type="submit" lang={other}>
        {text.common.otherLanguage}
      </button>
    </form>
  )
}

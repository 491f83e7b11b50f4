import type { ComponentChildren, VNode } from 'preact'
import type { Language, Text } from '../../src/text/text.js'
import { assetPath } from '../../src/web/assets.js'

export interface FrameProps {
  readonly text: Text
  readonly language: Language
  readonly title: string
  readonly signedIn: string | undefined
  readonly formToken: string
  readonly path: string
  readonly children: ComponentChildren
}

/** The other service's own look: who it is, who is signed in, the way out, and the other language. */
export const Frame = (props: FrameProps): VNode => {
  const { text, language, title, children } = props
  const { minaTjanster: words } = text
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title === words.productName ? title : `${title} – ${words.productName}`}</title>
        <link rel="icon" type="image/svg+xml" href={assetPath('mina-tjanster.svg')} />
        {stylesheets.map((name) => (
          <link key={name} rel="stylesheet" href={assetPath(name)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {text.common.skipToContent}
        </a>
        <Head {...props} />
        <main id="content" class="content" tabIndex={-1}>
          {children}
        </main>
        <footer class="foot">
          <div class="foot__row">
            <p>
              <span class="foot__demo">{words.demo}</span> {words.footer}
            </p>
          </div>
        </footer>
      </body>
    </html>
  )
}

const stylesheets = ['fkui.css', 'fkui-theme.css', 'mina-tjanster.css'] as const

const Head = ({ text, language, signedIn, formToken, path }: FrameProps): VNode => {
  const { minaTjanster: words } = text
  const other = language === 'sv' ? 'en' : 'sv'
  return (
    <header class="head">
      <div class="head__row">
        <a class="mark" href="/">
          <Tiles />
          <span class="mark__name">{words.productName}</span>
          <span class="mark__tagline">{words.tagline}</span>
        </a>
        <div class="head__tools">
          {signedIn && (
            <p class="who">
              <span class="who__label">{words.signedInAs}</span> <span class="who__name">{signedIn}</span>
            </p>
          )}
          {formToken && (
            <form method="post" action="/sprak">
              <input type="hidden" name="token" value={formToken} />
              <input type="hidden" name="language" value={other} />
              <input type="hidden" name="return" value={path} />
              <button class="quiet" type="submit" lang={other}>
                {text.common.otherLanguage}
              </button>
            </form>
          )}
          {signedIn && (
            <form method="post" action="/logga-ut">
              <input type="hidden" name="token" value={formToken} />
              <button class="quiet quiet--framed" type="submit">
                {words.signOut}
              </button>
            </form>
          )}
        </div>
      </div>
    </header>
  )
}

const Tiles = (): VNode => (
  <svg class="mark__sign" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect x="2" y="2" width="13" height="13" rx="3.5" />
    <rect x="17" y="2" width="13" height="13" rx="3.5" />
    <rect x="2" y="17" width="13" height="13" rx="3.5" />
    <circle class="mark__dot" cx="23.5" cy="23.5" r="6.5" />
  </svg>
)

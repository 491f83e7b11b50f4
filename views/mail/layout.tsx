import type { ComponentChildren, VNode } from 'preact'
import { textIn, type Language } from '../../src/text/text.js'
import { darkStyles, styles } from './styles.js'

export interface MailLayoutProps {
  readonly issuer: string
  readonly language: Language
  readonly subject: string
  readonly children: ComponentChildren
}

/** The paper that every mail is written on: tables and inline styles, since Outlook and Gmail know little else. */
export function MailLayout(props: MailLayoutProps): VNode {
  return (
    <html lang={props.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <title>{props.subject}</title>
        <style>{darkStyles}</style>
      </head>
      <body class="m-page" style={styles.page}>
        <main>
          <table role="presentation" cellPadding="0" cellSpacing="0" class="m-page" style={styles.outer}>
            <tr>
              <td align="center" style={styles.outerCell}>
                <MailCard {...props} />
              </td>
            </tr>
          </table>
        </main>
      </body>
    </html>
  )
}

const MailCard = ({ issuer, language, children }: MailLayoutProps): VNode => (
  <table role="presentation" cellPadding="0" cellSpacing="0" width={600} class="m-card" style={styles.card}>
    <tr>
      <td class="m-brand m-pad" style={styles.head}>
        {textIn(language).common.productName}
      </td>
    </tr>
    <tr>
      <td class="m-ink m-pad" style={styles.body}>
        {children}
      </td>
    </tr>
    <tr>
      <td class="m-quiet m-pad" style={styles.foot}>
        <MailFoot issuer={issuer} language={language} />
      </td>
    </tr>
  </table>
)

const MailFoot = ({ issuer, language }: { readonly issuer: string; readonly language: Language }): VNode => (
  <>
    <hr class="m-rule" style={styles.footRule} />
    {footLines(language).map((line) => (
      <p key={line} style={styles.footLine}>
        {line}
      </p>
    ))}
    <p style={styles.footLine}>
      <a class="m-brand" href={issuer} target="_blank" rel="noopener" style={styles.anchor}>
        {issuer}
      </a>
    </p>
  </>
)

/** The same foot in HTML and in text. */
export const footLines = (language: Language): readonly string[] => {
  const { agency, common, mail } = textIn(language)
  return [mail.cannotBeAnswered, `${common.productName} – ${agency.name}`]
}

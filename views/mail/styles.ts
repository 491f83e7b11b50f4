import type { CSSProperties } from 'preact'

/**
 * Mail programs drop style sheets, so every element carries its style. Colours are the light ones of the pages;
 * where a mail program honours prefers-color-scheme, the classes below put the dark ones on top.
 */
const sans = "'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
const mono = "Consolas, Menlo, 'DejaVu Sans Mono', monospace"
const ink = '#15262b'
const quiet = '#4b5e64'
const brand = '#0c566a'

export const styles = {
  page: { margin: '0', padding: '0', backgroundColor: '#eff3f3', color: ink, fontFamily: sans },
  outer: { width: '100%', backgroundColor: '#eff3f3' },
  outerCell: { padding: '24px 12px' },
  card: { width: '100%', maxWidth: '600px', backgroundColor: '#ffffff', borderRadius: '8px' },
  head: { padding: '24px 32px 0 32px', fontSize: '20px', lineHeight: '28px', fontWeight: '700', color: brand },
  body: { padding: '16px 32px 24px 32px', fontSize: '16px', lineHeight: '24px', color: ink },
  heading: { margin: '0 0 16px 0', fontSize: '24px', lineHeight: '32px', fontWeight: '700', color: ink },
  paragraph: { margin: '0 0 16px 0' },
  list: { margin: '0 0 16px 0', padding: '0 0 0 24px' },
  item: { margin: '0 0 4px 0' },
  note: { margin: '0 0 16px 0', fontSize: '14px', lineHeight: '20px', color: quiet },
  codeTable: { width: '100%', margin: '0 0 16px 0' },
  codeCell: { padding: '16px', backgroundColor: '#e6f0f2', borderRadius: '6px', textAlign: 'center' },
  codeLabel: { margin: '0 0 4px 0', fontSize: '14px', lineHeight: '20px', color: quiet },
  code: { margin: '0', fontFamily: mono, fontSize: '28px', lineHeight: '40px', fontWeight: '700', color: ink },
  buttonTable: { margin: '0 0 16px 0' },
  buttonCell: { backgroundColor: brand, borderRadius: '6px' },
  button: {
    display: 'inline-block',
    padding: '12px 24px',
    fontSize: '16px',
    lineHeight: '24px',
    fontWeight: '600',
    color: '#ffffff',
    textDecoration: 'none',
  },
  address: { margin: '0 0 16px 0', fontSize: '14px', lineHeight: '20px', color: quiet, wordBreak: 'break-all' },
  anchor: { color: brand, textDecoration: 'underline' },
  foot: { padding: '0 32px 24px 32px', fontSize: '14px', lineHeight: '20px', color: quiet },
  footRule: { margin: '0 0 16px 0', border: '0', borderTop: '1px solid #d3dcde' },
  footLine: { margin: '0 0 4px 0' },
} as const satisfies Record<string, CSSProperties>

/** No quotation mark, ampersand or angle bracket in here: it is rendered as text. */
export const darkStyles = `
@media (prefers-color-scheme: dark) {
  .m-page { background-color: #0e181b !important; }
  .m-card { background-color: #162428 !important; }
  .m-ink { color: #e6eef0 !important; }
  .m-quiet { color: #adbfc4 !important; }
  .m-brand { color: #86d3e4 !important; }
  .m-code { background-color: #1f3339 !important; }
  .m-button { background-color: #86d3e4 !important; }
  .m-button-text { color: #06222b !important; }
  .m-rule { border-top-color: #31444a !important; }
}
@media (max-width: 480px) {
  .m-pad { padding-left: 20px !important; padding-right: 20px !important; }
  .m-code-text { font-size: 20px !important; }
}
@media (max-width: 360px) {
  .m-code-text { font-size: 17px !important; }
}
`

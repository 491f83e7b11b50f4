/**
 * Who may do what (security.md R-65): every address of the house, and whom it lets in. What is not in this table is
 * nobody's: a test fails on a route that it does not know. What stands behind each word is told by `verdicts`.
 */
export const matrix: Readonly<Record<string, Access>> = {
  'GET /': 'everybody',
  'GET /handbok': 'everybody',
  'GET /tillganglighet': 'everybody',
  'GET /robots.txt': 'everybody',
  'POST /sprak': 'everybody',

  'GET /losenordskiosk': 'everybody',
  'GET /losenordskiosk/andra': 'everybody',
  'POST /losenordskiosk/andra': 'everybody',
  'GET /losenordskiosk/glomt': 'everybody',
  'POST /losenordskiosk/glomt': 'everybody',
  'GET /losenordskiosk/kod': 'everybody',
  'POST /losenordskiosk/kod': 'everybody',
  'GET /losenordskiosk/nytt': 'everybody',
  'POST /losenordskiosk/nytt': 'everybody',
  'POST /losenordskiosk/nytt/rad': 'everybody',
  'GET /losenordskiosk/klart': 'everybody',

  'GET /login/:uid': 'its own browser',
  'GET /login/:uid/annan': 'its own browser',
  'POST /login/:uid': 'its own browser',
  'POST /login/:uid/avbryt': 'its own browser',
  'GET /konto/logga-in': 'everybody',
  'GET /konto/inloggad': 'everybody',
  'GET /konto/utloggad': 'everybody',
  'GET /konto/tid-kvar': 'everybody',
  'POST /konto/logga-ut': 'everybody',

  'GET /konto': 'whoever is signed in',
  'POST /konto/stanna-kvar': 'whoever is signed in',
  'POST /konto/sprak': 'whoever is signed in',
  'POST /konto/inloggningar/avsluta': 'whoever is signed in',
  'POST /konto/inloggningar/avsluta-alla': 'whoever is signed in',

  'GET /konto/be-om-behorighet': 'whoever is signed in',
  'POST /konto/be-om-behorighet': 'whoever is signed in',
  'POST /konto/forfragningar/aterkalla': 'whoever is signed in',

  'GET /behorigheter': 'administrators',
  'GET /behorigheter/organisationer': 'administrators',
  'GET /behorigheter/organisationer/:id': 'administrators of it',
  'GET /behorigheter/organisationer/:id/historik': 'administrators of it',
  'GET /behorigheter/forfragningar': 'administrators',
  'GET /behorigheter/forfragningar/:id': 'administrators of it',
  'POST /behorigheter/forfragningar/:id/ge': 'administrators of it',
  'POST /behorigheter/forfragningar/:id/avsla': 'administrators of it',
  'GET /behorigheter/lagg-till': 'administrators',
  'POST /behorigheter/lagg-till': 'administrators',
  'GET /behorigheter/lagg-till/:id/organisation': 'administrators of it',
  'POST /behorigheter/lagg-till/:id/organisation': 'administrators of it',
  'GET /behorigheter/lagg-till/:id/nummer': 'administrators of it',
  'POST /behorigheter/lagg-till/:id/nummer': 'administrators of it',
  'GET /behorigheter/lagg-till/:id/uppgifter': 'administrators of it',
  'POST /behorigheter/lagg-till/:id/uppgifter': 'administrators of it',
  'GET /behorigheter/lagg-till/:id/tjanster': 'administrators of it',
  'POST /behorigheter/lagg-till/:id/tjanster': 'administrators of it',
  'GET /behorigheter/lagg-till/:id/granska': 'administrators of it',
  'POST /behorigheter/lagg-till/:id/spara': 'administrators of it',
  'POST /behorigheter/lagg-till/:id/avbryt': 'administrators of it',
  'GET /behorigheter/lagg-till/:id/klart': 'administrators of it',
  'GET /behorigheter/lagg-till-flera': 'administrators',
  'GET /behorigheter/lagg-till-flera/till/:organisation': 'administrators of it',
  'GET /behorigheter/lagg-till-flera/till/:organisation/mall.xlsx': 'administrators of it',
  'GET /behorigheter/lagg-till-flera/till/:organisation/mall.csv': 'administrators of it',
  'POST /behorigheter/lagg-till-flera/till/:organisation': 'administrators of it',
  'GET /behorigheter/lagg-till-flera/:id': 'administrators of it',
  'GET /behorigheter/lagg-till-flera/:id/fel.xlsx': 'administrators of it',
  'GET /behorigheter/lagg-till-flera/:id/lage': 'administrators of it',
  'POST /behorigheter/lagg-till-flera/:id/spara': 'administrators of it',
  'POST /behorigheter/lagg-till-flera/:id/kasta': 'administrators of it',
  'GET /behorigheter/personer/:id': 'administrators of it',
  'POST /behorigheter/personer/:id/personnummer': 'administrators of it',
  'POST /behorigheter/personer/:id/anvandarnamn': 'administrators of it',
  'GET /behorigheter/personer/:id/historik': 'administrators of it',
  'GET /behorigheter/personer/:id/uppgifter': 'administrators of it',
  'POST /behorigheter/personer/:id/uppgifter': 'administrators of it',
  'GET /behorigheter/personer/:id/ge': 'administrators of it',
  'POST /behorigheter/personer/:id/ge': 'administrators of it',
  'GET /behorigheter/personer/:id/dagar': 'administrators of it',
  'POST /behorigheter/personer/:id/dagar': 'administrators of it',
  'GET /behorigheter/personer/:id/paus': 'administrators of it',
  'POST /behorigheter/personer/:id/paus': 'administrators of it',
  'GET /behorigheter/personer/:id/ateruppta': 'administrators of it',
  'POST /behorigheter/personer/:id/ateruppta': 'administrators of it',
  'GET /behorigheter/personer/:id/avsluta': 'administrators of it',
  'POST /behorigheter/personer/:id/avsluta': 'administrators of it',
  'GET /behorigheter/personer/:id/har-slutat': 'administrators of it',
  'POST /behorigheter/personer/:id/har-slutat': 'administrators of it',
  'GET /behorigheter/personer/:id/engangslosenord': 'administrators of it',
  'POST /behorigheter/personer/:id/engangslosenord': 'administrators of it',
  'GET /behorigheter/personer/:id/brev': 'administrators of it',
  'POST /behorigheter/personer/:id/brev': 'administrators of it',
  'GET /behorigheter/personer/:id/avsluta-konto': 'administrators of it',
  'POST /behorigheter/personer/:id/avsluta-konto': 'administrators of it',
  'GET /behorigheter/personer': 'administrators',
  'POST /behorigheter/personer': 'administrators',
  'POST /behorigheter/personer/lista': 'administrators',

  'GET /handlaggning': 'officers',
  'GET /handlaggning/konton': 'officers',
  'POST /handlaggning/konton': 'officers',
  'GET /handlaggning/konton/:id': 'officers',
  'POST /handlaggning/konton/:id/visa': 'officers',
  'GET /handlaggning/organisationer': 'officers',
  'GET /handlaggning/organisationer/ny': 'officers',
  'POST /handlaggning/organisationer/ny': 'officers',
  'GET /handlaggning/organisationer/:id': 'officers',
  'GET /handlaggning/organisationer/:id/andra': 'officers',
  'POST /handlaggning/organisationer/:id/andra': 'officers',
  'GET /handlaggning/organisationer/:id/kontakter/ny': 'officers',
  'POST /handlaggning/organisationer/:id/kontakter/ny': 'officers',
  'GET /handlaggning/organisationer/:id/kontakter/:contact': 'officers',
  'POST /handlaggning/organisationer/:id/kontakter/:contact': 'officers',
  'GET /handlaggning/organisationer/:id/stang': 'officers',
  'POST /handlaggning/organisationer/:id/stang': 'officers',
  'GET /handlaggning/organisationer/:id/sla-samman': 'officers',
  'POST /handlaggning/organisationer/:id/sla-samman': 'officers',
  'GET /handlaggning/organisationer/:id/historik': 'officers',
  'GET /handlaggning/organisationer/:id/uppdrag/:appointment': 'officers',
  'POST /handlaggning/organisationer/:id/uppdrag/:appointment': 'officers',
  'GET /handlaggning/forsakringar': 'officers',
  'GET /handlaggning/forsakringar/ny': 'officers',
  'POST /handlaggning/forsakringar/ny': 'officers',
  'GET /handlaggning/forsakringar/blankett': 'officers',
  'POST /handlaggning/forsakringar/blankett': 'officers',
  'GET /handlaggning/forsakringar/blankett.pdf': 'officers',
  'GET /handlaggning/organisationer/:id/forsakran.pdf': 'officers',
  'GET /handlaggning/forsakringar/:id': 'officers',
  'POST /handlaggning/forsakringar/:id/godkann': 'officers',
  'POST /handlaggning/forsakringar/:id/avvisa': 'officers',
  'POST /handlaggning/forsakringar/:id/aterta': 'officers',
  'GET /handlaggning/brev': 'officers',
  'POST /handlaggning/brev/postade': 'officers',
  'POST /handlaggning/brev/utskrift': 'officers',
  'GET /handlaggning/brev/:id': 'officers',
  'POST /handlaggning/brev/:id/retur': 'officers',
  'POST /handlaggning/brev/:id/bestall': 'officers',
  'POST /handlaggning/brev/:id/slapp': 'officers',
  'POST /handlaggning/brev/:id/hall-inne': 'officers',
  'POST /handlaggning/brev/:id/adress': 'officers',

  'GET /handlaggning/e-tjanster': 'officers',
  'GET /handlaggning/e-tjanster/ny': 'officers',
  'POST /handlaggning/e-tjanster/ny': 'officers',
  'GET /handlaggning/e-tjanster/:client': 'officers',
  'GET /handlaggning/e-tjanster/:client/andra': 'officers',
  'POST /handlaggning/e-tjanster/:client/andra': 'officers',
  'GET /handlaggning/e-tjanster/:client/ny-hemlighet': 'officers',
  'POST /handlaggning/e-tjanster/:client/ny-hemlighet': 'officers',
  'GET /handlaggning/e-tjanster/:client/stang-av': 'officers',
  'POST /handlaggning/e-tjanster/:client/stang-av': 'officers',
  'POST /handlaggning/e-tjanster/:client/oppna': 'officers',
  'GET /handlaggning/e-tjanster/:client/installningar': 'officers',
  'GET /handlaggning/e-tjanster/:client/prova': 'officers',
  'POST /handlaggning/e-tjanster/:client/prova': 'officers',

  'GET /demo/brev': 'everybody',
  'GET /demo/mail': 'everybody',
  'GET /demo/mail/:id': 'its own browser',
  'GET /demo/mail/:id/html': 'its own browser',
}

export type Access =
  | 'everybody'
  | 'whoever is signed in'
  /** Whoever administers anything today. */
  | 'administrators'
  /** The administrators of the organisation that the object of the address belongs to. */
  | 'administrators of it'
  /** Whoever works for the agency. */
  | 'officers'
  /** Only the browser that began it, whoever is signed in there; to all others it is not there. */
  | 'its own browser'

/** Who asks: nobody signed in; a reporter; the administrator of the school in question; one of another school; an officer. */
export const roles = ['nobody', 'reporter', 'administrator', 'another’s administrator', 'officer'] as const
export type Role = (typeof roles)[number]

/** What becomes of the asking, before anything is read or done. */
export type Verdict = 'let in' | 'led to sign in' | 'told it is not for them' | 'not there'

export const verdicts = {
  everybody: everyRole('let in'),
  'whoever is signed in': { ...everyRole('let in'), nobody: 'led to sign in' },
  administrators: {
    ...everyRole('let in'),
    nobody: 'led to sign in',
    reporter: 'told it is not for them',
    officer: 'told it is not for them',
  },
  'administrators of it': {
    nobody: 'led to sign in',
    reporter: 'told it is not for them',
    administrator: 'let in',
    'another’s administrator': 'not there',
    officer: 'told it is not for them',
  },
  officers: { ...everyRole('told it is not for them'), nobody: 'led to sign in', officer: 'let in' },
  'its own browser': everyRole('not there'),
} as const satisfies Record<Access, Record<Role, Verdict>>

function everyRole<V extends Verdict>(verdict: V): Record<Role, V> {
  return {
    nobody: verdict,
    reporter: verdict,
    administrator: verdict,
    'another’s administrator': verdict,
    officer: verdict,
  }
}

/**
 * Which acts of signed-in people need a sign-in within ten minutes (security.md R-54). One line for each address that
 * takes a form; the guard of every page asks this table, docs/step-up.md is made from it, and a test fails on an
 * address that it does not know. An address that is missing here needs a fresh sign-in.
 *
 * A fresh sign-in is asked for where an act ends or hands over what others rely on: a way into an account, what a mail
 * or a letter leads to, a role, an organisation, a relying service, or records. Not where an act only adds to what
 * can be taken back in the same place, reads what is audited, waits for another person's word, or takes something
 * away from the one who acts.
 */
export type StepUp =
  | { readonly isNeeded: false; readonly why: string }
  /** Its form stands at the same address, or at `formAt`: there the reader comes back to. */
  | { readonly isNeeded: true; readonly why: string; readonly formAt?: string }

const fresh = (why: string, formAt?: string): StepUp => ({
  isNeeded: true,
  why,
  ...(formAt !== undefined && { formAt }),
})
const anytime = (why: string): StepUp => ({ isNeeded: false, why })

const theirOwn = anytime('It is about the person themselves, and gives nobody more.')
const aDraft = anytime('A step of a form; nothing is kept before the last one.')
const aGrant = anytime('It is taken back in the same place, audited, and the person is told.')
const aReading = anytime('It only reads, and the reading is audited.')
const aRegister = anytime('It changes the register, with history, and gives nobody a way in.')
const waits = anytime('It waits for another person’s word.')
const aWayIn = fresh('It leads to a way into somebody’s account.')
const aPerson = fresh('It changes where somebody’s mails and letters go.')
const anEnd = fresh('It ends what others rely on.')

const administration = {
  'POST /behorigheter/forfragningar/:id/ge': aGrant,
  'POST /behorigheter/forfragningar/:id/avsla': aGrant,
  'POST /behorigheter/lagg-till': aDraft,
  'POST /behorigheter/lagg-till/:id/organisation': aDraft,
  'POST /behorigheter/lagg-till/:id/nummer': aDraft,
  'POST /behorigheter/lagg-till/:id/uppgifter': aDraft,
  'POST /behorigheter/lagg-till/:id/tjanster': aDraft,
  'POST /behorigheter/lagg-till/:id/spara': aGrant,
  'POST /behorigheter/lagg-till/:id/avbryt': aDraft,
  'POST /behorigheter/lagg-till-flera/till/:organisation': aDraft,
  'POST /behorigheter/lagg-till-flera/:id/spara': aGrant,
  'POST /behorigheter/lagg-till-flera/:id/kasta': aDraft,
  'POST /behorigheter/personer/:id/personnummer': aReading,
  'POST /behorigheter/personer/:id/anvandarnamn': aReading,
  'POST /behorigheter/personer/:id/uppgifter': aPerson,
  'POST /behorigheter/personer/:id/ge': aGrant,
  'POST /behorigheter/personer/:id/dagar': aGrant,
  'POST /behorigheter/personer/:id/paus': aGrant,
  'POST /behorigheter/personer/:id/ateruppta': aGrant,
  'POST /behorigheter/personer/:id/avsluta': aGrant,
  'POST /behorigheter/personer/:id/har-slutat': aGrant,
  'POST /behorigheter/personer/:id/engangslosenord': aWayIn,
  'POST /behorigheter/personer/:id/brev': aWayIn,
  'POST /behorigheter/personer/:id/avsluta-konto': waits,
  'POST /behorigheter/personer': aReading,
  'POST /behorigheter/personer/lista': aReading,
} as const satisfies Readonly<Record<string, StepUp>>

const aLetter = '/handlaggning/brev/:id'

const officers = {
  'POST /handlaggning/konton': aReading,
  'POST /handlaggning/konton/:id/visa': aReading,
  'POST /handlaggning/konton/:id/inloggningar': fresh('It ends somebody’s session.', '/handlaggning/konton/:id'),
  'POST /handlaggning/konton/:id/logga-ut': fresh('It ends somebody’s sessions.'),
  'POST /handlaggning/konton/:id/las-upp': aWayIn,
  'POST /handlaggning/konton/:id/engangslosenord': aWayIn,
  'POST /handlaggning/konton/:id/brev': aWayIn,
  'POST /handlaggning/konton/:id/skydda': fresh('It changes what is shown of somebody, and where their letters go.'),
  'POST /handlaggning/konton/:id/ta-bort-skydd': fresh('It shows what was protected.'),
  'POST /handlaggning/konton/:id/uppgifter': aPerson,
  'POST /handlaggning/konton/:id/personnummer': fresh('It changes who somebody is.'),
  'POST /handlaggning/konton/:id/avsluta': anEnd,
  'POST /handlaggning/konton/:id/oppna': aWayIn,
  'POST /handlaggning/konton/:id/sla-ihop': anEnd,
  'POST /handlaggning/konton/:id/sla-ihop/genomfor': fresh(anEnd.why, '/handlaggning/konton/:id/sla-ihop'),
  'POST /handlaggning/begaran/:id/avsluta': fresh(anEnd.why, '/handlaggning/begaran/:id'),
  'POST /handlaggning/begaran/:id/avsla': anytime('Everything stays as it is.'),

  'POST /handlaggning/forsakringar/ny': waits,
  'POST /handlaggning/forsakringar/blankett': aReading,
  'POST /handlaggning/forsakringar/:id/visa': aReading,
  'POST /handlaggning/forsakringar/:id/fil': waits,
  'POST /handlaggning/forsakringar/:id/godkann': fresh(
    'It makes somebody an administrator.',
    '/handlaggning/forsakringar/:id',
  ),
  'POST /handlaggning/forsakringar/:id/avvisa': anytime('Everything stays as it is.'),
  'POST /handlaggning/forsakringar/:id/aterta': anytime('Everything stays as it is.'),

  'POST /handlaggning/brev/postade': fresh('One-time passwords follow the letters.', '/handlaggning/brev'),
  'POST /handlaggning/brev/utskrift': fresh('It hands out usernames and addresses.', '/handlaggning/brev'),
  'POST /handlaggning/brev/:id/retur': aRegister,
  'POST /handlaggning/brev/:id/bestall': fresh(aWayIn.why, aLetter),
  'POST /handlaggning/brev/:id/slapp': fresh(aWayIn.why, aLetter),
  'POST /handlaggning/brev/:id/hall-inne': anytime('It stops a letter, and is taken back on the same page.'),
  'POST /handlaggning/brev/:id/adress': fresh(aPerson.why, aLetter),

  'POST /handlaggning/vem-administrerar': fresh('It changes who decides.', '/handlaggning/vem-administrerar/andra'),
  'POST /handlaggning/organisationer/las-in': aDraft,
  'POST /handlaggning/organisationer/las-in/:file': aRegister,
  'POST /handlaggning/organisationer/ny': aRegister,
  'POST /handlaggning/organisationer/:id/andra': aRegister,
  'POST /handlaggning/organisationer/:id/kontakter/ny': aRegister,
  'POST /handlaggning/organisationer/:id/kontakter/:contact': aRegister,
  'POST /handlaggning/organisationer/:id/stang': anEnd,
  'POST /handlaggning/organisationer/:id/sla-samman': anEnd,
  'POST /handlaggning/organisationer/:id/ge': aGrant,
  'POST /handlaggning/organisationer/:id/behorigheter/:grant': aGrant,
  'POST /handlaggning/organisationer/:id/uppdrag/:appointment': anEnd,

  'POST /handlaggning/gallring/:class': fresh('What is disposed of is gone.'),
  'POST /handlaggning/mejl/igen': anytime('A mail goes to the address that is kept, and no expired code is sent.'),
  'POST /handlaggning/mejl/bort': anytime('It only takes a line off a list.'),
  'POST /handlaggning/logg': aReading,
  'POST /handlaggning/logg/fil': aReading,
  'POST /handlaggning/logg/kedja': aReading,

  'POST /handlaggning/e-tjanster/ny': fresh('It lets a relying service in.'),
  'POST /handlaggning/e-tjanster/:client/andra': fresh('It changes where people are sent, and what is told of them.'),
  'POST /handlaggning/e-tjanster/:client/ny-hemlighet': fresh('It hands out a secret.'),
  'POST /handlaggning/e-tjanster/:client/stang-av': anytime('A service that is misused is turned off at once.'),
  'POST /handlaggning/e-tjanster/:client/oppna': fresh(
    'It lets a relying service in again.',
    '/handlaggning/e-tjanster/:client',
  ),
  'POST /handlaggning/e-tjanster/:client/prova': aReading,
} as const satisfies Readonly<Record<string, StepUp>>

export const stepUp: Readonly<Record<string, StepUp>> = {
  'POST /konto/stanna-kvar': theirOwn,
  'POST /konto/sprak': theirOwn,
  'POST /konto/inloggningar/avsluta': theirOwn,
  'POST /konto/inloggningar/avsluta-alla': theirOwn,
  'POST /konto/be-om-behorighet': waits,
  'POST /konto/forfragningar/aterkalla': theirOwn,
  ...administration,
  ...officers,
}

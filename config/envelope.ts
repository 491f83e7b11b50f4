/**
 * The envelope that letters are put in, in millimetres: C5 (ISO 269) with its window to the right, for an A4 that is
 * folded once. Swedish envelopes have their window in one of two places, to the left (V2) or to the right (H2); makers
 * say that the place is standardised and the window's size is their own. The standard is not public, so the window's
 * place here is that of an envelope at hand and not a quotation: hold the first printed letter in the envelopes that you
 * buy, and write theirs here.
 *
 * What the post asks is known: nothing but postage in the uppermost 40, and the lower right corner, 150 wide and 30
 * high, left to its sorting codes. The window lies clear of both; a test measures it, and that the address lies in the
 * window however the paper slides, and that nothing else can come there.
 */
export const envelope = {
  width: 229,
  height: 162,
  window: { fromTop: 40, fromRight: 20, width: 90, height: 35 },
} as const

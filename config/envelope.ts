/**
 * The envelope that letters are put in, in millimetres: C5 with the right-hand window of the Swedish standard (H2), for
 * an A4 that is folded once. Whoever buys other envelopes writes theirs here; a test measures that the address lies in
 * the window however the paper slides, and that nothing else can come there.
 */
export const envelope = {
  width: 229,
  height: 162,
  window: { fromTop: 40, fromRight: 20, width: 90, height: 35 },
} as const

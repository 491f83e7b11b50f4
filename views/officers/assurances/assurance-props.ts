import type { Text } from '../../../src/text/text.js'
import type { FieldError } from '../../parts/error-summary.js'
import type { Path } from '../../parts/link.js'

export interface AssurancePageProps {
  readonly text: Text
  readonly formToken: string
  readonly at: Path
  readonly title: string
  readonly state: keyof Text['officers']['assurances']['state']
  readonly done: string | undefined
  readonly refused: string | undefined
  readonly errors: readonly FieldError[]
  /** The reader registered it, so another decides. */
  readonly isReaders: boolean
  /** Whose number it is, when it is somebody’s here. */
  readonly known: KnownShown | undefined
  /** What is shown on purpose only has just been asked for. */
  readonly isShown: boolean
  /** The signed form is there as a file. */
  readonly hasScan: boolean
  /** What has followed from the approval, a sentence each. */
  readonly followed: readonly string[]
  /** Whose appointment ends when it is approved. */
  readonly replaces: 'nobody' | 'one' | 'all'
  /** That the signatory has the name of somebody else, a sentence each. */
  readonly namesakes: readonly string[]
  readonly facts: readonly (readonly [term: string, words: string])[]
  readonly trail: readonly string[]
}

export interface KnownShown {
  readonly accountId: string
  readonly isProtected: boolean
  /** That the number is somebody's who is called something else here. */
  readonly otherName: string | undefined
  /** What an approval does to the account, a sentence each. */
  readonly approval: readonly string[]
}

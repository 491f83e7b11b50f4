import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Tick } from './choice.js'

export interface OneNameProps {
  readonly text: Text
  readonly typed: { readonly hasOneName?: string }
}

/** Stands after the two names: one of them may be left out. */
export const OneName = ({ text, typed }: OneNameProps): VNode => (
  <Tick name="hasOneName" label={text.common.hasOneName} isTicked={typed.hasOneName === 'ja'} />
)

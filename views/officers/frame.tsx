import type { ComponentChildren, VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Areas } from '../parts/areas.js'
import type { Path } from '../parts/link.js'

export interface FrameProps {
  readonly text: Text
  readonly area: Area
  readonly children: ComponentChildren
}

/** The tool's parts, each with its first page, in the order that they are shown. */
const areas = {
  start: '/handlaggning',
  accounts: '/handlaggning/konton',
  organisations: '/handlaggning/organisationer',
  assurances: '/handlaggning/forsakringar',
  letters: '/handlaggning/brev',
  relyingServices: '/handlaggning/e-tjanster',
  log: '/handlaggning/logg',
} as const satisfies Record<string, Path>

export type Area = keyof typeof areas
const areaNames: readonly Area[] = [
  'start',
  'organisations',
  'accounts',
  'assurances',
  'letters',
  'relyingServices',
  'log',
]

/** What surrounds every page of the agency's own tool: its parts. */
export const Frame = ({ text, area, children }: FrameProps): VNode => {
  const { frame } = text.officers
  return (
    <div class="tool">
      <Areas
        label={frame.areas}
        areas={areaNames.map((name) => ({ to: areas[name], name: frame[name], isHere: name === area }))}
      />
      {children}
    </div>
  )
}

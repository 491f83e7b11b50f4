import type { ComponentChildren, VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Areas } from '../parts/areas.js'
import { Link, type Path } from '../parts/link.js'
import { Telephone } from '../parts/telephone.js'

export interface FrameProps {
  readonly text: Text
  readonly area: Area
  readonly help: readonly string[]
  readonly children: ComponentChildren
}

/** The tool's parts, each with its first page, in the order that they are shown. */
const areas = {
  start: '/behorigheter',
  people: '/behorigheter/personer',
  add: '/behorigheter/lagg-till',
  bulk: '/behorigheter/lagg-till-flera',
  organisations: '/behorigheter/organisationer',
} as const satisfies Record<string, Path>

export type Area = keyof typeof areas
const areaNames: readonly Area[] = ['start', 'people', 'add', 'bulk', 'organisations']

/** What surrounds every page of the permission administration: its parts, and help on the page at hand. */
export const Frame = ({ text, area, help, children }: FrameProps): VNode => {
  const { frame, help: words } = text.administration
  return (
    <div class="tool">
      <Areas
        label={frame.areas}
        areas={areaNames.map((name) => ({ to: areas[name], name: frame[name], isHere: name === area }))}
      />
      {children}
      <details class="help" id="hjalp">
        <summary>{frame.helpPanel}</summary>
        {help.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>
          <Link to="/handbok#administratorer">{frame.handbook}</Link>
        </p>
        <p>
          {words.call} <Link to={areas.organisations}>{words.codes}</Link>.
        </p>
        <Telephone text={text} />
      </details>
    </div>
  )
}

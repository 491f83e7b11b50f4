import type { VNode } from 'preact'
import type { Path } from './link.js'

export interface AreasProps {
  readonly label: string
  readonly areas: readonly { readonly to: Path; readonly name: string; readonly isHere: boolean }[]
}

/** The parts of a tool, the one at hand marked. */
export const Areas = ({ label, areas }: AreasProps): VNode => (
  <nav class="tool__areas" aria-label={label}>
    <ul>
      {areas.map(({ to, name, isHere }) => (
        <li key={to}>
          <a href={to} {...(isHere && { 'aria-current': 'page' as const })}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

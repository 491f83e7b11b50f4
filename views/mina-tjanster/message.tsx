import type { VNode } from 'preact'
import type { Path } from '../parts/link.js'

/** A way on from here. */
export interface Way {
  readonly to: Path
  readonly label: string
}

export interface MessageProps {
  readonly kind: 'info' | 'success' | 'warning' | 'error'
  readonly title: string
  readonly words: string
  readonly ways: readonly Way[]
}

/** One thing to say, and what to do next. */
export const Message = ({ kind, title, words, ways }: MessageProps): VNode => (
  <div class={`sheet told told--${kind}`}>
    <h1 class="heading">{title}</h1>
    <p class="lead">{words}</p>
    <p class="ways">
      {ways.map(({ to, label }) => (
        <a key={to} class="button button--primary" href={to}>
          {label}
        </a>
      ))}
    </p>
  </div>
)

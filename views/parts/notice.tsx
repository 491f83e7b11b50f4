import type { ComponentChildren, VNode } from 'preact'
import { Icon } from './icon.js'

export interface NoticeProps {
  readonly kind: 'info' | 'success' | 'warning' | 'error'
  readonly title?: string
  readonly children?: ComponentChildren
}

/** Something to notice, apart from the text around it. */
export const Notice = ({ kind, title, children }: NoticeProps): VNode => (
  <div class={`message-box message-box--${kind}`} {...(kind === 'error' && { role: 'alert' })}>
    <Icon shape={kind} />
    <div class="message-box__content">
      {title && <h2 class="message-box__heading">{title}</h2>}
      {children}
    </div>
  </div>
)

import type { VNode } from 'preact'

const shapes = {
  /** The gate with its keyhole, standing on its threshold. */
  gate: 'M16 2C9.4 2 4 7.4 4 14v12.5h24V14C28 7.4 22.6 2 16 2Zm0 8.2a3.7 3.7 0 0 1 1.9 6.87l1.3 5.93h-6.4l1.3-5.93A3.7 3.7 0 0 1 16 10.2Z',
  info: 'M16 3a13 13 0 1 0 0 26 13 13 0 0 0 0-26Zm-1.8 11h3.6v9h-3.6v-9Zm1.8-5.7a2.1 2.1 0 1 1 0 4.2 2.1 2.1 0 0 1 0-4.2Z',
  success: 'M16 3a13 13 0 1 0 0 26 13 13 0 0 0 0-26Zm7.3 9.5-8.7 9.4-5.8-5.4 2.2-2.4 3.4 3.2 6.5-7 2.4 2.2Z',
  warning: 'M16 3.5 1.8 28h28.4L16 3.5Zm-1.7 9.3h3.4v7.6h-3.4v-7.6Zm1.7 9a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8Z',
  error:
    'M16 3a13 13 0 1 0 0 26 13 13 0 0 0 0-26Zm-1.8 6h3.6v9h-3.6V9Zm1.8 10.6a2.1 2.1 0 1 1 0 4.2 2.1 2.1 0 0 1 0-4.2Z',
  person: 'M16 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm0 16.5c7 0 11.5 3.6 12 9.5H4c.5-5.9 5-9.5 12-9.5Z',
  arrow: 'M18.2 6.5 27.7 16l-9.5 9.5-2.3-2.3 5.6-5.6H4.5v-3.2h17l-5.6-5.6 2.3-2.3Z',
} as const

/** A sign beside words that say the same: nothing that reads aloud stops at it. */
export const Icon = ({ shape }: { readonly shape: keyof typeof shapes }): VNode => (
  <svg class={`sign sign--${shape}`} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path fill="currentColor" fill-rule="evenodd" d={shapes[shape]} />
    {shape === 'gate' && <path class="sign__threshold" d="M2 28h28v2.5H2z" />}
  </svg>
)

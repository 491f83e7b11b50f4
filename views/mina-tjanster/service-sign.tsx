import type { VNode } from 'preact'
import type { ServiceCode } from '../../config/services.js'

const shapes: Readonly<Record<ServiceCode, string>> = {
  /** A calendar leaf. */
  studietider:
    'M8 3h3v3h10V3h3v3h3a2 2 0 0 1 2 2v19a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h3V3Zm18 10H6v13h20V13ZM9 16h4v3H9v-3Zm6 0h4v3h-4v-3Zm6 0h3v3h-3v-3ZM9 21h4v3H9v-3Zm6 0h4v3h-4v-3Z',
  /** A list with its ticks. */
  studeranderapportering:
    'M13 6h16v3H13V6Zm0 9h16v3H13v-3Zm0 9h16v3H13v-3ZM5.2 10.4 1.6 7l1.9-2 1.7 1.6L8.7 3l1.9 2-5.4 5.4Zm0 9L1.6 16l1.9-2 1.7 1.6L8.7 12l1.9 2-5.4 5.4Zm0 9L1.6 25l1.9-2 1.7 1.6L8.7 21l1.9 2-5.4 5.4Z',
  /** A form with a pen across. */
  'studiestartsstod-ansoka':
    'M5 3h14l6 6v3.5l-3 3V11h-5V6H8v20h8v3H5V3Zm4 10h9v3H9v-3Zm0 6h7v3H9v-3Zm19.6-4.4 2.3 2.3c.5.5.5 1.2 0 1.7L22 27.5 18 28.5l1-4 8-9.9c.5-.5 1.1-.5 1.6 0Z',
  /** Bars of a budget. */
  'studiestartsstod-budget': 'M3 26h26v3H3v-3Zm2-9h5v7H5v-7Zm8.5-8h5v15h-5V9ZM22 3h5v21h-5V3Z',
}

/** A sign beside the service's name; nothing that reads aloud stops at it. */
export const ServiceSign = ({ service }: { readonly service: ServiceCode }): VNode => (
  <span class="service-sign">
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path fill="currentColor" fill-rule="evenodd" d={shapes[service]} />
    </svg>
  </span>
)

import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'

/** Whom to call, and when. */
export const Telephone = ({ text: { agency } }: { readonly text: Text }): VNode => (
  <p class="telephone">
    {agency.telephone}{' '}
    <a class="anchor" href={`tel:${agency.dialled}`}>
      {agency.number}
    </a>
    , {agency.hours}
  </p>
)

import type { VNode } from 'preact'

export interface CopyableProps {
  readonly label: string
  readonly content: string
  /** The words of the button that a script adds; without it the text is marked and copied by hand. */
  readonly copy: { readonly label: string; readonly done: string }
}

/** Something to be pasted elsewhere, letter for letter. It can be scrolled by keyboard too. */
export const Copyable = ({ label, content, copy }: CopyableProps): VNode => (
  <div class="copyable" data-copy={copy.label} data-copied={copy.done}>
    <p class="copyable__label">{label}</p>
    <section
      class="copyable__content"
      aria-label={label}
      tabIndex={0} // oxlint-disable-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached (WCAG 2.1.1)
    >
      <pre>{content}</pre>
    </section>
  </div>
)

import type { VNode } from 'preact'

export interface ContentsProps {
  readonly title: string
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
}

/** The way to each chapter of a long page. */
export const Contents = ({ title, chapters }: ContentsProps): VNode => (
  <nav class="contents" aria-labelledby="contents">
    <h2 id="contents">{title}</h2>
    <ul>
      {chapters.map((chapter) => (
        <li key={chapter.id}>
          <a class="anchor" href={`#${chapter.id}`}>
            {chapter.title}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

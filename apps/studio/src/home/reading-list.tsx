import type { ReactElement } from 'react'
import type { ReadablePublication } from '../api/work-types.ts'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { dayInWords } from '../language/local-formats.ts'

/** What somebody may read, newest first. */
export function ReadingList({ publications }: { readonly publications: readonly ReadablePublication[] }): ReactElement {
  const { t, language } = useStudio()
  const text = useText()
  return (
    <section className="work" aria-labelledby="work-reading">
      <h2 id="work-reading">{t('workReading')}</h2>
      <ul className="studies">
        {publications.map((one) => (
          <li key={one.id} className="reading">
            <h3>
              <a href={`${one.path}?lang=${language}`}>{text(one.study)}</a>
            </h3>
            <p>
              {text(one.wave)}
              {one.partOf !== null && ` · ${t('onlyPartOf', { name: one.partOf })}`}
            </p>
            <p className="soft small">
              {t('editionOf', { edition: one.edition, day: dayInWords(one.publishedOn, language) })}{' '}
              <span className={one.readers === 'members' ? 'tag' : 'tag oktag'}>{t(`readers.${one.readers}`)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

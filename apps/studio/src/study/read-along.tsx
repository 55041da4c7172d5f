import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { StudyOutline } from '../api/desk-types.ts'
import { CommentsPanel } from '../desk/comments-panel.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { dayInWords } from '../language/local-formats.ts'
import { isPublished } from './study-progress.ts'

/** A study for who reads along: what is asked, how far it is, what was published, and what is said of it. Nothing to change. */
export function ReadAlong({ study }: { readonly study: StudyOutline }): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const heading = usePage(text(study.title))
  return (
    <div className="narrow letter stack desk">
      <h1 ref={heading} tabIndex={-1}>
        {text(study.title)}
      </h1>
      <p className="soft">{t('readAlongAbout')}</p>
      <section className="stack" aria-labelledby="asked">
        <h2 id="asked">{t('readAlongAsked')}</h2>
        <ol className="asked stack">
          {study.questions.map(({ name, title }) => (
            <li key={name}>{text(title)}</li>
          ))}
        </ol>
        <p>
          <a href={`/studio/preview/${study.id}`} target="_blank" rel="noreferrer">
            {t('readAlongPreview')}
          </a>{' '}
          <span className="small soft">({t('newTab')})</span>
        </p>
      </section>
      <Rounds study={study} />
      <Publications study={study.id} />
      <section className="stack" aria-labelledby="comments">
        <h2 id="comments">{t('desk.comments')}</h2>
        <CommentsPanel study={study} />
      </section>
    </div>
  )
}

function Rounds({ study }: { readonly study: StudyOutline }): ReactElement {
  const { t } = useStudio()
  const text = useText()
  return (
    <section className="stack" aria-labelledby="rounds">
      <h2 id="rounds">{t('readAlongRounds')}</h2>
      {study.waves.length === 0 && <p>{t('deskNoWaves')}</p>}
      <ul className="plain">
        {study.waves.map(({ id, title, state, answers }) => (
          <li key={id}>
            {text(title)}: {t(`waveState.${state}`)}, {t('deskAnswers', { answers })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Publications({ study }: { readonly study: string }): ReactElement {
  const { api, t, language } = useStudio()
  const query = useQuery({ queryKey: ['study', study], queryFn: () => api.study(study) })
  return (
    <section className="stack" aria-labelledby="published">
      <h2 id="published">{t('readAlongPublished')}</h2>
      <Asked query={query}>
        {({ publications: all }) => {
          const publications = all.filter(isPublished)
          return (
            <>
              {publications.length === 0 && <p>{t('readAlongNothingPublished')}</p>}
              <ul className="plain">
                {publications.map(({ id, url, edition, publishedOn }) => (
                  <li key={id}>
                    <a href={url}>{t('readAlongEdition', { edition, day: dayInWords(publishedOn, language) })}</a>
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Asked>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { ReadableQuestion } from '../api/work-types.ts'
import { Icon } from '../frame/icon.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'

/** All questions of a version with their answers, to read before agreeing, and the way to the pages of participants. */
export function ReadQuestions({ study, version }: { readonly study: string; readonly version: number }): ReactElement {
  const { api, t, language } = useStudio()
  const text = useText()
  const query = useQuery({ queryKey: ['version', study, version], queryFn: () => api.readVersion(study, version) })
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{t('questionsTitle', { version })}</h2>
      <p>
        <a
          href={`/studio/preview/${encodeURIComponent(study)}/${version}?language=${language}`}
          target="_blank"
          rel="noopener"
        >
          {t('seeAsParticipant')}
          <Icon name="outside" />
          <span className="sr">{t('newTab')}</span>
        </a>
      </p>
      <Asked query={query}>
        {({ screens }) => (
          <ol className="questions">
            {screens.flatMap((screen) =>
              screen.questions.map((question, place) => (
                <li key={question.name}>
                  {place === 0 && screen.title !== null && <p className="small soft">{text(screen.title)}</p>}
                  <ReadQuestion question={question} />
                </li>
              )),
            )}
          </ol>
        )}
      </Asked>
    </section>
  )
}

function ReadQuestion({ question }: { readonly question: ReadableQuestion }): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const { title, prompt, description, answers, rows, notOfEverybody, sensitive } = question
  return (
    <>
      {prompt !== undefined && <p className="soft">{text(prompt)}</p>}
      <p>
        <b>{text(title)}</b>
      </p>
      {description !== undefined && <p className="small">{text(description)}</p>}
      {rows.length > 0 && (
        <ul className="points">
          {rows.map((row) => (
            <li key={text(row)}>{text(row)}</li>
          ))}
        </ul>
      )}
      <p className="small soft">{answers.length > 0 ? answers.map(text).join(' · ') : t('ownWords')}</p>
      {(notOfEverybody || sensitive) && (
        <p>
          {notOfEverybody && <span className="tag">{t('notOfEverybody')}</span>}{' '}
          {sensitive && <span className="tag">{t('sensitiveQuestion')}</span>}
        </p>
      )}
    </>
  )
}

import type { WaveSummary } from '@klankbord/model'
import type { ReactElement } from 'react'
import type { StudyDetail } from '../api/api-types.ts'
import { Readers } from './readers.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { dayInWords } from '../language/local-formats.ts'
import { editionsOf } from '../study/study-progress.ts'

/** What was published about a round. */
export function EditionList({
  study,
  wave,
}: {
  readonly study: StudyDetail
  readonly wave: WaveSummary
}): ReactElement {
  const { t, language } = useStudio()
  const editions = editionsOf(study, wave.id)
  if (editions.length === 0) return <p className="soft">{t('noEditions')}</p>
  return (
    <table>
      <caption>{t('editionsTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('editionColumn')}</th>
          <th scope="col">{t('publishedOnColumn')}</th>
          <th scope="col">{t('readersColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {editions.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <a href={one.url} target="_blank" rel="noopener">
                {t('editionLink', { edition: one.edition })}
                <span className="sr"> {t('newTab')}</span>
              </a>
              {one.partOf !== null && <span className="soft"> {t('onlyPartOf', { name: one.partOf })}</span>}
            </th>
            <td>
              {dayInWords(one.publishedOn, language)}
              {one.correction !== null && (
                <span className="soft">
                  {' '}
                  {t(`correction.${one.correction.reason}`, { edition: one.correction.edition })}
                </span>
              )}
            </td>
            <td>
              <Readers study={study.id} publication={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

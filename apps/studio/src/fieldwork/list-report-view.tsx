import type { ReactElement } from 'react'
import type { ListReport } from '../api/fieldwork-types.ts'
import { Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { problemSentence } from '../problems/problem-sentence.ts'
import { LIST_COLUMNS } from './list-columns.ts'

/** How many lines are shown of each kind: who mends the file needs the first ones. */
const SHOWN = 10

/** What a list comes to before it is taken. It names lines, nobody. */
export function ListReportView({ report }: { readonly report: ListReport }): ReactElement {
  const { t, language } = useStudio()
  const { people, strata, excluded, doubles, refused } = report
  const grouped = strata.filter(({ name }) => name !== '')
  const columnNamed = (column: string): string => {
    const known = LIST_COLUMNS.find((one) => one === column)
    return known === undefined ? '' : `${t(`listColumn.${known}`)}: `
  }
  return (
    <div className="stack" role="status">
      <p>
        <b>{t('listComesTo', { people })}</b> {t('listNotStored')}
      </p>
      {grouped.length > 0 && (
        <ul className="points">
          {grouped.map(({ name, people: count }) => (
            <li key={name}>{t('listGroup', { name, people: count })}</li>
          ))}
        </ul>
      )}
      {excluded.map(({ name, people: count }) => (
        <p key={name}>{t('listExcluded', { reason: name, people: count })}</p>
      ))}
      {doubles.count > 0 && (
        <Note kind="info">
          <p>{t('listDoubles', { count: doubles.count })}</p>
          <ul className="points">
            {doubles.lines.slice(0, SHOWN).map(({ line, sameAs }) => (
              <li key={line}>{t('listDouble', { line, sameAs })}</li>
            ))}
          </ul>
        </Note>
      )}
      {refused.count > 0 && (
        <Note kind="finding">
          <p>{t('listRefused', { count: refused.count })}</p>
          <ul className="points">
            {refused.lines.slice(0, SHOWN).flatMap(({ line, findings }) =>
              findings.map((finding) => (
                <li key={`${line}-${finding.code}-${finding.column}`}>
                  {t('listLine', { line })} {columnNamed(finding.column)}
                  {problemSentence(finding, language)}
                </li>
              )),
            )}
          </ul>
        </Note>
      )}
    </div>
  )
}

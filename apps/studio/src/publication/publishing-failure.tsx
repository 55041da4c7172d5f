import type { ReactElement } from 'react'
import type { Failure } from '../api/api-failure.ts'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { attackerSumWords } from './attacker-sum-words.ts'

/** Why results could not be published; where a figure could be worked out, by which sum. */
export function PublishingFailure({ failure }: { readonly failure: Failure }): ReactElement {
  const { t, language } = useStudio()
  const sums = attackerSumWords(failure, t, language)
  return (
    <>
      <FailureNote failure={failure} />
      {sums.length > 0 && (
        <Note kind="finding">
          <p>{t('sumsTitle')}</p>
          <ul className="points">
            {sums.map((sum) => (
              <li key={sum}>{sum}</li>
            ))}
          </ul>
        </Note>
      )}
    </>
  )
}

import type { PublicationSummary } from '@klankbord/model'
import { useState, type ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'
import { momentInWords } from '../language/local-formats.ts'
import { ChangeReaders } from './change-readers.tsx'
import { choicesFor, type ReadersChoice } from './readers-choice.ts'

/** Who may read an edition, from when, or why nobody may any more; and deciding that. */
export function Readers(props: { readonly study: string; readonly publication: PublicationSummary }): ReactElement {
  const { t, language } = useStudio()
  const { study, publication } = props
  const { state, embargoUntil, withdrawal } = publication
  const [asking, setAsking] = useState<ReadersChoice | null>(null)
  return (
    <div className="row">
      <span className={state === 'public' ? 'tag oktag' : 'tag'}>{t(`publicationState.${state}`)}</span>
      {embargoUntil !== null && (
        <span className="soft">{t('opensAt', { moment: momentInWords(embargoUntil, language) })}</span>
      )}
      {withdrawal !== null && withdrawal.reason !== null && (
        <span className="soft">{t(`withdrawalReason.${withdrawal.reason}`)}</span>
      )}
      {choicesFor(publication).map((choice) => (
        <button key={choice} type="button" className="btn slim" onClick={() => setAsking(choice)}>
          {t(`readersChoice.${choice}`)}
        </button>
      ))}
      {asking !== null && (
        <ChangeReaders study={study} publication={publication} choice={asking} onClose={() => setAsking(null)} />
      )}
    </div>
  )
}

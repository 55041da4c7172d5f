import type { WaveSummary } from '@klankbord/model'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Link } from 'wouter'
import { failureOf } from '../api/api-failure.ts'
import { AskPublish } from './ask-publish.tsx'
import { correctionOf, type CorrectionForm } from './correction-choice.ts'
import type { StudyDetail } from '../api/api-types.ts'
import { publishedFor, type PublishedFor, type WantedReaders } from './readers-choice.ts'
import { Icon } from '../frame/icon.tsx'
import { Note } from '../frame/note.tsx'
import { PublishingFailure } from './publishing-failure.tsx'
import { RehearsalNote } from './rehearsal-note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { latestEdition, nextEdition } from '../study/study-progress.ts'

/** Publishing the results of one round, with what happens in plain sentences and why it could not. */
export function PublishResults(props: {
  readonly study: StudyDetail
  readonly wave: WaveSummary
  /** Whether this is the main action of the page. */
  readonly main: boolean
}): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const { study, wave, main } = props
  const [asking, setAsking] = useState(false)
  const [readers, setReaders] = useState<WantedReaders>('everybody')
  const [until, setUntil] = useState('')
  const [why, setWhy] = useState<CorrectionForm>({ reason: '', words: '' })
  const correction = correctionOf(why)
  const forWhom = publishedFor(readers, until)
  const latest = latestEdition(study, wave.id)
  const edition = nextEdition(study, wave.id)
  const publish = useMutation({
    mutationFn: (whom: PublishedFor) =>
      api.publishResults(study.id, wave.id, { ...whom, ...(correction && { correction }) }),
    onSuccess: () => client.invalidateQueries(),
    onSettled: () => setAsking(false),
  })
  const rehearse = useMutation({ mutationFn: () => api.rehearseResults(study.id, wave.id) })
  const failed = publish.error ?? rehearse.error
  return (
    <>
      <div className="decide sheet">
        <div>
          <h3>{latest === null ? t('publishTitle') : t('publishedTitle', { edition: latest.edition })}</h3>
          <p className="soft">{t(wave.state === 'open' ? 'publishOpen' : 'publishClosed')}</p>
        </div>
        <div className="acts-column">
          {latest !== null && (
            <a className={main ? 'btn main' : 'btn'} href={latest.url} target="_blank" rel="noopener">
              {t('readResults')}
              <Icon name="outside" />
              <span className="sr">{t('newTab')}</span>
            </a>
          )}
          {wave.answers === 0 ? (
            <Link className="btn" href={`/studies/${study.id}/fieldwork`}>
              {t('toFieldwork')}
            </Link>
          ) : (
            <button
              type="button"
              className={latest === null && main ? 'btn main' : 'btn'}
              onClick={() => setAsking(true)}
            >
              {t('publishResults', { edition })}
            </button>
          )}
          {wave.answers > 0 && (
            <button type="button" className="btn" onClick={() => rehearse.isPending || rehearse.mutate()}>
              {rehearse.isPending ? t('busy') : t('rehearse')}
            </button>
          )}
        </div>
      </div>
      {failed !== null && <PublishingFailure failure={failureOf(failed)} />}
      {rehearse.isSuccess && <RehearsalNote rehearsal={rehearse.data} />}
      {publish.isSuccess && (
        <Note kind="good" live="status">
          <p>{t('publishedNow', { edition: publish.data.edition })}</p>
        </Note>
      )}
      {asking && (
        <AskPublish
          wave={wave}
          edition={edition}
          busy={publish.isPending}
          readers={readers}
          onReaders={setReaders}
          until={until}
          onUntil={setUntil}
          why={why}
          onWhy={setWhy}
          ready={correction !== null && forWhom !== null}
          onPublish={() => forWhom === null || publish.isPending || publish.mutate(forWhom)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

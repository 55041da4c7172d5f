import type { WaveSummary } from '@klankbord/model'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Link } from 'wouter'
import { failureOf } from '../api/api-failure.ts'
import type { StudyDetail } from '../api/api-types.ts'
import type { WantedReaders } from './readers-choice.ts'
import { Dialog, WhatHappens } from '../frame/dialog.tsx'
import { Icon } from '../frame/icon.tsx'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
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
  const latest = latestEdition(study, wave.id)
  const edition = nextEdition(study, wave.id)
  const publish = useMutation({
    mutationFn: () => api.publishResults(study.id, wave.id, readers),
    onSuccess: () => client.invalidateQueries(),
    onSettled: () => setAsking(false),
  })
  return (
    <>
      <div className="decide sheet">
        <div>
          <h2>{latest === null ? t('publishTitle') : t('publishedTitle', { edition: latest.edition })}</h2>
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
          {latest !== null && wave.state === 'closed' ? null : wave.answers === 0 ? (
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
        </div>
      </div>
      {publish.isError && <FailureNote failure={failureOf(publish.error)} />}
      {publish.isSuccess && (
        <Note kind="good" live="status">
          <p>{t('publishedNow', { edition: publish.data.edition })}</p>
        </Note>
      )}
      {asking && (
        <Ask
          wave={wave}
          edition={edition}
          busy={publish.isPending}
          readers={readers}
          onReaders={setReaders}
          onPublish={() => publish.isPending || publish.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

function Ask(props: {
  readonly wave: WaveSummary
  readonly edition: number
  readonly busy: boolean
  readonly readers: WantedReaders
  readonly onReaders: (readers: WantedReaders) => void
  readonly onPublish: () => void
  readonly onClose: () => void
}): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const { wave, edition, busy } = props
  const sentences = [
    t('publish1', { answers: wave.answers }),
    t('publish2'),
    t('publish3'),
    t('publish4'),
    t(`publish5.${props.readers}`) + (wave.state === 'open' ? ` ${t('publishNextEdition')}` : ''),
  ]
  return (
    <Dialog
      title={t('publishAskTitle', { edition, title: text(wave.title) })}
      onClose={props.onClose}
      actions={
        <>
          <button type="button" className="btn" onClick={props.onClose}>
            {t('notYet')}
          </button>
          <button type="button" className="btn strong" onClick={props.onPublish}>
            {busy ? t('busy') : t('publishNow', { edition })}
          </button>
        </>
      }
    >
      <p>{t('publishForGood')}</p>
      <WhatHappens sentences={sentences} />
      <fieldset className="choice">
        <legend>{t('whoReads')}</legend>
        {(['everybody', 'members', 'draft'] as const).map((one) => (
          <label key={one} className="tick">
            <input type="radio" name="readers" checked={props.readers === one} onChange={() => props.onReaders(one)} />
            <span>{t(`whoReads.${one}`)}</span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  )
}

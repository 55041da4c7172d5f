import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import type { SessionWatch } from './session-watch.ts'

/** Stands on top when the session ended halfway; the screen and what was typed stay. */
export function SessionEndedNote({ watch }: { readonly watch: SessionWatch }): ReactElement | null {
  const { api, drafts, t } = useStudio()
  const client = useQueryClient()
  const ended = useSyncExternalStore(watch.subscribe, watch.ended)
  const resume = useMutation({
    mutationFn: () => api.session(),
    onSuccess: async (session) => {
      watch.resume()
      client.setQueryData(['session'], session)
      await drafts.saveAll()
      await client.invalidateQueries()
    },
  })
  if (!ended) return null
  return (
    <div className="ended">
      <Note kind="finding" live="alert">
        <p>
          <b>{t('sessionEnded')}</b> {t('sessionEndedHow')}{' '}
          <a href="/studio/sign-in" target="_blank" rel="noopener">
            {t('signInTitle')}
            <span className="sr">{t('newTab')}</span>
          </a>
        </p>
        <div className="row">
          <button type="button" className="btn slim" onClick={() => resume.mutate()}>
            {t('sessionResume')}
          </button>
        </div>
      </Note>
      {resume.isError && <FailureNote failure={failureOf(resume.error)} />}
    </div>
  )
}

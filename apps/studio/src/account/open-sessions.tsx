import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { FailureNote } from '../frame/note.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { momentInWords } from '../language/local-formats.ts'
import { browserName } from './browser-name.ts'

/** Where somebody is signed in, to end what is not theirs any more. */
export function OpenSessions(): ReactElement {
  const { api, t, language } = useStudio()
  const client = useQueryClient()
  const query = useQuery({ queryKey: ['own-sessions'], queryFn: () => api.openSessions() })
  const end = useMutation({
    mutationFn: (id: string) => api.endSession(id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['own-sessions'] }),
  })
  return (
    <section className="stack" aria-labelledby="sessions">
      <h2 id="sessions">{t('openSessionsTitle')}</h2>
      <Asked query={query}>
        {(sessions) => (
          <ul className="plain stack">
            {sessions.map(({ id, since, browser, here }) => (
              <li key={id} className="row wide">
                <span>
                  {browserName(browser) ?? t('unknownBrowser')},{' '}
                  {t('signedInSince', { at: momentInWords(since, language) })}
                </span>
                {here ? (
                  <span className="tag oktag">{t('thisBrowser')}</span>
                ) : (
                  <button type="button" className="btn slim" onClick={() => end.mutate(id)}>
                    {t('endSession')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Asked>
      {end.isError && <FailureNote failure={failureOf(end.error)} />}
    </section>
  )
}

import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'

/** Signing in with the account of the own organisation, where that is set up. */
export function SignOnChoice(): ReactElement | null {
  const { api, t } = useStudio()
  const providers = useQuery({ queryKey: ['sign-on'], queryFn: () => api.signOnProviders() })
  const begin = useMutation({
    mutationFn: (name: string) => api.beginSignOn(name),
    onSuccess: (url) => window.location.assign(url),
  })
  if (providers.data === undefined || providers.data.length === 0) return null
  return (
    <div className="stack">
      {providers.data.map(({ name, title }) => (
        <button key={name} type="button" className="btn strong" onClick={() => begin.mutate(name)}>
          {t('signOnWith', { title })}
        </button>
      ))}
      {begin.isError && <FailureNote failure={failureOf(begin.error)} />}
    </div>
  )
}

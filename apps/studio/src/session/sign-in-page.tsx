import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState, type ReactElement } from 'react'
import { Link, useLocation } from 'wouter'
import { failureOf, isPassing } from '../api/api-failure.ts'
import { Frame } from '../frame/frame.tsx'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { HowToSignIn } from './how-to-sign-in.tsx'
import { takeSignInToken } from './sign-in-token.ts'

/** Exchanges the one-time link for a session. */
export function SignInPage({ token }: { readonly token: string | null }): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const [, go] = useLocation()
  const heading = usePage(t('signInTitle'))
  const [tried, setTried] = useState(token)
  const exchange = useMutation({
    mutationFn: (given: string) => api.signIn(given),
    onSuccess: async (session) => {
      // An older question who is signed in may not answer after this.
      await client.cancelQueries({ queryKey: ['session'] })
      client.setQueryData(['session'], session)
      go('/', { replace: true })
    },
  })
  const begin = useEffectEvent((given: string) => exchange.mutate(given))
  useEffect(() => {
    if (token !== null) begin(token)
    // A second link pasted in the same tab changes the hash only.
    const onHash = (): void => {
      const pasted = takeSignInToken(window)
      if (pasted === null) return
      setTried(pasted)
      begin(pasted)
    }
    window.addEventListener('hashchange', onHash)
    return () => window.removeEventListener('hashchange', onHash)
  }, [token])
  return (
    <Frame>
      <div className="narrow letter">
        <h1 ref={heading} tabIndex={-1}>
          {t('signInTitle')}
        </h1>
        {exchange.isPending && <output>{t('signInBusy')}</output>}
        {exchange.isError && tried !== null && <WhyNot error={exchange.error} retry={() => exchange.mutate(tried)} />}
        {tried === null && <SignedInAlready />}
        {(exchange.isError || tried === null) && <HowToSignIn />}
      </div>
    </Frame>
  )
}

function WhyNot({ error, retry }: { readonly error: unknown; readonly retry: () => void }): ReactElement {
  const { t } = useStudio()
  if (isPassing(failureOf(error))) return <FailureNote failure={failureOf(error)} retry={retry} />
  return (
    <Note kind="finding" live="alert">
      <p>
        <b>{t('signInLinkSpent')}</b> {t('signInLinkSpentWhy')}
      </p>
    </Note>
  )
}

function SignedInAlready(): ReactElement {
  const { t } = useStudio()
  return (
    <p>
      {t('signInNoLink')} <Link href="/">{t('toStudies')}</Link>
    </p>
  )
}

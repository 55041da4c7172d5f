import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState, type ReactElement } from 'react'
import { failureOf, isPassing } from '../api/api-failure.ts'
import { Frame } from '../frame/frame.tsx'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { takeSignInToken } from './sign-in-token.ts'
import { useEnter } from './use-enter.ts'
import { WaysIn } from './ways-in.tsx'

/** Exchanges a one-time link for a session, and shows the other ways in to whoever has none. */
export function SignInPage({ token }: { readonly token: string | null }): ReactElement {
  const { api, t } = useStudio()
  const enter = useEnter()
  const heading = usePage(t('signInTitle'))
  const [tried, setTried] = useState(token)
  const exchange = useMutation({
    mutationFn: (given: string) => api.signIn(given),
    onSuccess: enter,
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
        {tried === null && <Refused />}
        {(exchange.isError || tried === null) && <WaysIn />}
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

/** What the identity provider sent somebody back without. */
function Refused(): ReactElement | null {
  const { t } = useStudio()
  if (!window.location.search.includes('refused')) return null
  return (
    <Note kind="finding" live="alert">
      <p>{t('signOnRefused')}</p>
    </Note>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'
import { Link } from 'wouter'
import { otherLanguage } from '../language/interface-language.ts'
import { useSession } from '../session/use-session.ts'
import { Mark } from './icon.tsx'
import { useStudio } from './studio-context.tsx'

/** The bar on top and the page under it. */
export function Frame(props: {
  readonly crumb?: ReactNode
  readonly steps?: ReactNode
  readonly children: ReactNode
}): ReactElement {
  const { t } = useStudio()
  return (
    <>
      <a className="skip" href="#content">
        {t('skipToContent')}
      </a>
      <header className="top">
        <Link className="mark" href="/">
          <Mark />
          Klankbord
        </Link>
        {(props.crumb !== undefined || props.steps !== undefined) && (
          <div className={props.steps === undefined ? 'crumb' : 'crumb fixed'}>{props.crumb}</div>
        )}
        {props.steps}
        <div className="who">
          <LanguageSwitch />
          <WhoIsHere />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {props.children}
      </main>
    </>
  )
}

function LanguageSwitch(): ReactElement {
  const { t, language, setLanguage } = useStudio()
  const other = otherLanguage(language)
  return (
    <button type="button" className="btn quiet" lang={other} onClick={() => setLanguage(other)}>
      {t('otherLanguage')}
    </button>
  )
}

function WhoIsHere(): ReactElement | null {
  const { api, drafts, t } = useStudio()
  const session = useSession({ ask: false })
  const client = useQueryClient()
  const leave = useMutation({
    mutationFn: async () => {
      await drafts.saveAll()
      await api.signOut()
    },
    onSuccess: () => {
      client.setQueryData(['session'], null)
      // The session itself stays in the cache: the page is watching it.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    },
  })
  if (session.data === undefined || session.data === null) return null
  return (
    <>
      <Link className="name" href="/account">
        {session.data.user.name}
      </Link>
      <button type="button" className="btn quiet" onClick={() => leave.mutate()}>
        {t('signOut')}
      </button>
    </>
  )
}

import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { useSession } from '../session/use-session.ts'
import { accountAdvice } from './account-advice.ts'

/** Asks whoever came by a link to set what they can sign in with later, and says what waits for a second step; `here`: it stands on the page of the account itself. */
export function AccountNote({ here = false }: { readonly here?: boolean }): ReactElement | null {
  const { t } = useStudio()
  const session = useSession({ ask: false })
  if (session.data === undefined || session.data === null) return null
  const { lacks, answersWait } = accountAdvice(session.data)
  const waysBack = lacks.filter((one) => one !== 'secondFactor')
  if (lacks.length === 0 && !answersWait) return null
  return (
    <Note kind="hint">
      {waysBack.length > 0 && (
        <>
          <p>{t('accountLacks')}</p>
          <ul className="points">
            {waysBack.map((one) => (
              <li key={one}>{t(`accountLacks.${one}`)}</li>
            ))}
          </ul>
        </>
      )}
      {lacks.includes('secondFactor') && <p>{t('accountLacks.secondFactor')}</p>}
      {answersWait && <p>{t('answersWait')}</p>}
      {!here && (
        <p>
          <Link href="/account">{t('toAccount')}</Link>
        </p>
      )}
    </Note>
  )
}

import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { useSession } from '../session/use-session.ts'
import { accountAdvice } from './account-advice.ts'

/** Asks whoever came by a link to set what they can sign in with later, and says what waits for a second step. */
export function AccountNote(): ReactElement | null {
  const { t } = useStudio()
  const session = useSession({ ask: false })
  if (session.data === undefined || session.data === null) return null
  const { lacks, answersWait } = accountAdvice(session.data)
  if (lacks.length === 0 && !answersWait) return null
  return (
    <Note kind="hint">
      {lacks.length > 0 && (
        <>
          <p>{t('accountLacks')}</p>
          <ul className="points">
            {lacks.map((one) => (
              <li key={one}>{t(`accountLacks.${one}`)}</li>
            ))}
          </ul>
        </>
      )}
      {answersWait && <p>{t('answersWait')}</p>}
      <p>
        <Link href="/account">{t('toAccount')}</Link>
      </p>
    </Note>
  )
}

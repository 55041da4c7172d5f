import type { ReactElement } from 'react'
import { Link } from 'wouter'
import type { Session } from '../api/staff-types.ts'
import { Frame } from '../frame/frame.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { useSession } from '../session/use-session.ts'
import { mayKeepStaff } from '../staff/staff-rights.ts'
import { AccountNote } from './account-note.tsx'
import { OpenSessions } from './open-sessions.tsx'
import { OwnDetails } from './own-details.tsx'
import { OwnPassword } from './own-password.tsx'
import { SecondFactor } from './second-factor.tsx'

/** The own account: name, address, password, second step, and where it is in use. */
export function AccountPage(): ReactElement | null {
  const { t } = useStudio()
  const heading = usePage(t('accountTitle'))
  const session = useSession({ ask: false })
  if (session.data === undefined || session.data === null) return null
  return (
    <Frame crumb={<Link href="/">{t('studiesTitle')}</Link>}>
      <div className="narrow letter">
        <h1 ref={heading} tabIndex={-1}>
          {t('accountTitle')}
        </h1>
        <div className="stack">
          <Elsewhere session={session.data} />
          <AccountNote here />
          <OwnDetails session={session.data} />
          <OwnPassword session={session.data} />
          <SecondFactor session={session.data} />
          <OpenSessions />
        </div>
      </div>
    </Frame>
  )
}

/** Pages for whoever keeps the staff. */
function Elsewhere({ session }: { readonly session: Session }): ReactElement | null {
  const { t } = useStudio()
  if (!mayKeepStaff(session)) return null
  return (
    <p className="row wide">
      <Link href="/organisations">{t('organisationsTitle')}</Link>
      {session.user.administrator && <Link href="/audit">{t('auditTitle')}</Link>}
    </p>
  )
}

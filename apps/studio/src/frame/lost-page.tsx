import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { Frame } from './frame.tsx'
import { Note } from './note.tsx'
import { useStudio } from './studio-context.tsx'
import { usePage } from './use-page.ts'

/** An address that leads nowhere. */
export function LostPage(): ReactElement {
  const { t } = useStudio()
  const heading = usePage(t('lostTitle'))
  return (
    <Frame>
      <div className="narrow letter">
        <h1 ref={heading} tabIndex={-1}>
          {t('lostTitle')}
        </h1>
        <p>
          {t('lostHow')} <Link href="/">{t('toStudies')}</Link>
        </p>
      </div>
    </Frame>
  )
}

/** A fault of the studio itself. */
export function FaultPage(): ReactElement {
  const { t } = useStudio()
  return (
    <main className="narrow">
      <Note kind="finding" live="alert">
        <p>{t('fault')}</p>
        <div className="row">
          <button type="button" className="btn slim" onClick={() => window.location.reload()}>
            {t('reload')}
          </button>
        </div>
      </Note>
    </main>
  )
}

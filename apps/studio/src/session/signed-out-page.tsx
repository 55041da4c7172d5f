import type { ReactElement } from 'react'
import { Frame } from '../frame/frame.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { WaysIn } from './ways-in.tsx'

/** What somebody sees who is not signed in. */
export function SignedOutPage(): ReactElement {
  const { t } = useStudio()
  const heading = usePage(t('signInTitle'))
  return (
    <Frame>
      <div className="narrow letter">
        <h1 ref={heading} tabIndex={-1}>
          {t('signInTitle')}
        </h1>
        <p>{t('signedOut')}</p>
        <WaysIn />
      </div>
    </Frame>
  )
}

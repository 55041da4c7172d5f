import type { ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'

/** How to get a link to sign in with. */
export function HowToSignIn(): ReactElement {
  const { t } = useStudio()
  return (
    <section className="sheet pad stack" aria-labelledby="new-link">
      <h2 id="new-link">{t('newLinkTitle')}</h2>
      <p>{t('newLinkHow')}</p>
      <pre>
        <code>./klankbord user link "{t('newLinkName')}"</code>
      </pre>
      <p>{t('newLinkFirst')}</p>
      <pre>
        <code>./klankbord user add "{t('newLinkName')}" --administrator</code>
      </pre>
      <p>{t('newLinkThen')}</p>
    </section>
  )
}

import type { WaveSummary } from '@klankbord/model'
import { useState, type ReactElement } from 'react'
import { Icon } from '../frame/icon.tsx'
import { useStudio } from '../frame/studio-context.tsx'

/** The address that respondents get, to copy. */
export function WaveLink({ wave }: { readonly wave: WaveSummary }): ReactElement {
  const { t } = useStudio()
  const [copied, setCopied] = useState<'copied' | 'copyYourself' | null>(null)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(wave.url)
      setCopied('copied')
    } catch {
      // Browsers keep the clipboard from pages on plain http: the address is selected instead.
      selectAll('wave-url')
      setCopied('copyYourself')
    }
  }
  return (
    <section aria-labelledby="link">
      <h2 id="link">{t('linkTitle')}</h2>
      <p>{t(wave.state === 'open' ? 'linkWhat' : 'linkClosed')}</p>
      <p className="address">
        <span id="wave-url">{wave.url}</span>
      </p>
      <div className="row">
        <button type="button" className={wave.state === 'open' ? 'btn main' : 'btn'} onClick={() => void copy()}>
          <Icon name="copy" />
          {t('copyLink')}
        </button>
        <a className="btn quiet" href={wave.url} target="_blank" rel="noopener">
          {t('openLink')}
          <Icon name="outside" />
          <span className="sr">{t('newTab')}</span>
        </a>
        <output className="small ok">{copied !== null && t(copied)}</output>
      </div>
    </section>
  )
}

function selectAll(id: string): void {
  const element = document.getElementById(id)
  if (element !== null) window.getSelection()?.selectAllChildren(element)
}

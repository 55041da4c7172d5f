import type { WaveSummary } from '@klankbord/model'
import type { ReactElement } from 'react'
import { Icon } from '../frame/icon.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { useCopy } from '../frame/use-copy.ts'

/** The address that respondents get, to copy. */
export function WaveLink({ wave }: { readonly wave: WaveSummary }): ReactElement {
  const { t } = useStudio()
  const { copy, copied } = useCopy('wave-url', wave.url)
  return (
    <section aria-labelledby="link">
      <h2 id="link">{t('linkTitle')}</h2>
      <p>{t(wave.state === 'open' ? 'linkWhat' : 'linkClosed')}</p>
      <p className="address">
        <span id="wave-url">{wave.url}</span>
      </p>
      <div className="row">
        <button
          type="button"
          className={wave.state === 'open' && wave.mode === 'open' ? 'btn main' : 'btn'}
          onClick={() => void copy()}
        >
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

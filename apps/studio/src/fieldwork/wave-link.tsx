import type { WaveSummary } from '@klankbord/model'
import type { ReactElement } from 'react'
import { Icon } from '../frame/icon.tsx'
import { QrPicture } from '../frame/qr-picture.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { useCopy } from '../frame/use-copy.ts'

/** What people are given to come to a round: first the short address with its choices, then the questionnaire with its QR picture. */
export function WaveLink({ wave }: { readonly wave: WaveSummary }): ReactElement {
  const { t } = useStudio()
  // People type it without, and nobody says it over the telephone.
  const said = wave.frontUrl.replace(/^https?:\/\//, '')
  const leads = wave.state === 'open' && wave.mode === 'open'
  return (
    <section aria-labelledby="front">
      <h2 id="front">{t('frontTitle')}</h2>
      <p>{t(wave.state === 'open' ? 'frontWhat' : 'frontClosed')}</p>
      <Given id="wave-front" url={wave.frontUrl} shown={said} copy={t('copyFront')} leads={leads} />
      <div className="link-and-qr">
        <div>
          <h3>{t('linkTitle')}</h3>
          <p>{t(wave.state === 'open' ? 'linkWhat' : 'linkClosed')}</p>
          <Given id="wave-url" url={wave.url} copy={t('copyLink')} leads={false} />
        </div>
        <QrPicture text={wave.url} label={t('linkQr')} />
      </div>
    </section>
  )
}

/** An address to copy and to look at. */
function Given(props: {
  readonly id: string
  readonly url: string
  /** As it stands on the page, where that differs. */
  readonly shown?: string
  readonly copy: string
  readonly leads: boolean
}): ReactElement {
  const { t } = useStudio()
  const { id, url, shown = url, leads } = props
  const { copy, copied } = useCopy(id, url)
  return (
    <>
      <p className="address">
        <span id={id}>{shown}</span>
      </p>
      <div className="row">
        <button type="button" className={leads ? 'btn main' : 'btn'} onClick={() => void copy()}>
          <Icon name="copy" />
          {props.copy}
        </button>
        <a className="btn quiet" href={url} target="_blank" rel="noopener">
          {t('openLink')}
          <Icon name="outside" />
          <span className="sr">
            {shown}, {t('newTab')}
          </span>
        </a>
        <output className="small ok">{copied !== null && t(copied)}</output>
      </div>
    </>
  )
}

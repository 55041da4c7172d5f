import type { WaveSummary } from '@klankbord/model'
import { useState, type ReactElement } from 'react'
import { Link } from 'wouter'
import type { StudyDetail } from '../api/api-types.ts'
import { ApprovalNote } from '../approval/approval-note.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { RetentionTerms } from '../study/retention-terms.tsx'
import { currentWave, wavesInEarnest } from '../study/study-progress.ts'
import { useCountedStudy } from '../study/use-counted-study.ts'
import { CloseWave } from './close-wave.tsx'
import { roundStanding } from './round-plan.ts'
import { OpenWaveForm } from './open-wave-form.tsx'
import { WavePanel } from './wave-panel.tsx'

/** The rounds of a study: open one, follow it, close it. */
export function FieldworkPage({ study }: { readonly study: StudyDetail }): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const heading = usePage(`${t('step.fieldwork')} · ${text(study.title)}`)
  const { waves } = useCountedStudy(study)
  const [lookedAt, setLookedAt] = useState<string | null>(null)
  const running = currentWave({ waves })
  const current = waves.find(({ id }) => id === lookedAt) ?? running
  const inEarnest = wavesInEarnest({ waves })
  const others = waves.filter((wave) => wave !== current).toReversed()
  const earlier = others.filter((wave) => inEarnest.includes(wave))
  const tryOuts = others.filter((wave) => !inEarnest.includes(wave))
  const [adding, setAdding] = useState(false)
  const look = ({ id }: WaveSummary): void => {
    setLookedAt(id)
    heading.current?.focus()
    window.scrollTo(0, 0)
  }
  return (
    <>
      <div className="sub">
        <h1 ref={heading} tabIndex={-1}>
          {t('step.fieldwork')}
        </h1>
        <div className="row">
          {current !== null && running?.state !== 'open' && !adding && (
            <button type="button" className="btn" onClick={() => setAdding(true)}>
              {t('newWave')}
            </button>
          )}
        </div>
      </div>
      <div className="pane">
        <ApprovalNote study={study.id} />
        {study.version === null && current === null && <NoVersion study={study} />}
        {study.version !== null && (current === null || adding) && (
          <OpenWaveForm
            study={study}
            version={study.version}
            first={running === null}
            onOpened={({ id }) => {
              setAdding(false)
              setLookedAt(id)
            }}
          />
        )}
        {current !== null && <WavePanel key={current.id} study={study} wave={current} />}
        {earlier.length > 0 && <OtherWaves title="earlierWaves" study={study} waves={earlier} onLook={look} />}
        {tryOuts.length > 0 && <OtherWaves title="tryOutWaves" study={study} waves={tryOuts} onLook={look} />}
        <RetentionTerms retention={study.retention} />
      </div>
    </>
  )
}

function NoVersion({ study }: { readonly study: StudyDetail }): ReactElement {
  const { t } = useStudio()
  return (
    <div className="decide sheet">
      <div>
        <h2>{t('noVersionTitle')}</h2>
        <p className="soft">{t('noVersionWhy')}</p>
      </div>
      <Link className="btn main" href={`/studies/${study.id}/design`}>
        {t('toDesign')}
      </Link>
    </div>
  )
}

/** Other rounds, to look at; one that is still open can be closed from here. */
function OtherWaves(props: {
  readonly title: 'earlierWaves' | 'tryOutWaves'
  readonly study: StudyDetail
  readonly waves: readonly WaveSummary[]
  readonly onLook: (wave: WaveSummary) => void
}): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const [closing, setClosing] = useState<WaveSummary | null>(null)
  const { title, study, waves, onLook } = props
  return (
    <section className="earlier" aria-labelledby={title}>
      <h2 id={title}>{t(title)}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('waveColumn')}</th>
            <th scope="col">{t('stateColumn')}</th>
            <th scope="col" className="num">
              {t('answersColumn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {waves.map((wave) => (
            <tr key={wave.id}>
              <th scope="row">
                <button type="button" className="btn quiet slim" onClick={() => onLook(wave)}>
                  {text(wave.title)}
                </button>
              </th>
              <td>
                {t(`waveState.${roundStanding(wave)}`)}{' '}
                {wave.state === 'open' && (
                  <button
                    type="button"
                    className="btn slim"
                    aria-label={t('closeTitle', { title: text(wave.title) })}
                    onClick={() => setClosing(wave)}
                  >
                    {t('closeShort')}
                  </button>
                )}
              </td>
              <td className="num">{t('number', { value: wave.answers })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {closing !== null && <CloseWave study={study} wave={closing} onClose={() => setClosing(null)} />}
    </section>
  )
}

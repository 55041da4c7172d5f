import type { WaveSummary } from '@klankbord/model'
import { useState, type ReactElement } from 'react'
import { Link } from 'wouter'
import type { StudyDetail } from '../api/api-types.ts'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { dayInWords, languageName } from '../language/local-formats.ts'
import { AccountView } from './account-view.tsx'
import { answeredShare } from './answered-share.ts'
import { ChangePlan } from './change-plan.tsx'
import { CloseWave } from './close-wave.tsx'
import { FormRequests } from './form-requests.tsx'
import { Inviting } from './inviting.tsx'
import { Places } from './places.tsx'
import { ResultsDay } from './results-day.tsx'
import { planSentence, roundStanding } from './round-plan.ts'
import { WaveLink } from './wave-link.tsx'

/** One round: how many answers, its link, and closing it. */
export function WavePanel({ study, wave }: { readonly study: StudyDetail; readonly wave: WaveSummary }): ReactElement {
  const { t, language } = useStudio()
  const text = useText()
  const planned = planSentence(wave)
  const standing = roundStanding(wave)
  const [closing, setClosing] = useState(false)
  const open = wave.state === 'open'
  const keys = { study: study.id, wave: wave.id }
  return (
    <>
      <p className="round">
        <b>{text(wave.title)}</b>{' '}
        <span className={standing === 'open' ? 'tag oktag' : 'tag'}>{t(`waveState.${standing}`)}</span>{' '}
        <span className="soft">{t('waveFacts', { mode: wave.mode, version: wave.version })}</span>
      </p>
      {planned !== null && <p>{t(planned.key, { date: dayInWords(planned.date, language) })}</p>}
      <PlannedLine wave={wave} />
      {open && <ChangePlan study={study} wave={wave} />}
      <div className="decide sheet">
        <div>
          <Count wave={wave} />
          <p className="soft">{t(countNote(wave), { needed: 2 * wave.portion, portion: wave.portion })}</p>
          {wave.codes !== null && (
            <p className="soft">{t('codesCounted', { ...wave.codes, mode: wave.mode, state: wave.state })}</p>
          )}
        </div>
        {open ? (
          <button type="button" className="btn" onClick={() => setClosing(true)}>
            {t('closeWave')}
          </button>
        ) : (
          <Link className="btn main" href={`/studies/${study.id}/publication`}>
            {t('toPublication')}
          </Link>
        )}
      </div>
      {wave.erasesOn === null && <ResultsDay study={study.id} wave={wave} />}
      {wave.erasesOn === null && <AccountView keys={keys} wave={wave} />}
      <div className="cols">
        <WaveLink wave={wave} />
        <section className="sheet pad" aria-labelledby="mode">
          <h2 id="mode">{t('modeTitle', { mode: wave.mode })}</h2>
          <p>{t('modeWhat', { mode: wave.mode })}</p>
          <p>{t('modeLimit', { mode: wave.mode })}</p>
        </section>
      </div>
      {wave.state !== 'sealed' && wave.mode !== 'open' && <Inviting keys={keys} wave={wave} />}
      {wave.codes !== null && (
        <p className="row">
          <Link href={`/studies/${study.id}/entry`}>{t('work.entry')}</Link>
          <Link href={`/studies/${study.id}/outbox`}>{t('toOutbox')}</Link>
        </p>
      )}
      <section className="inviting" aria-labelledby="others">
        <h2 id="others">{t('othersTitle')}</h2>
        <Places keys={keys} />
        <FormRequests keys={keys} />
      </section>
      {closing && <CloseWave study={study} wave={wave} onClose={() => setClosing(false)} />}
    </>
  )
}

/** What the number of answers will do. */
function countNote({
  state,
  mode,
  answers,
}: WaveSummary): 'countClosed' | 'countFinishing' | 'countFinishingCode' | 'countPortions' | 'countNone' | 'countOpen' {
  if (state === 'sealed') return 'countClosed'
  if (state === 'closed') return mode === 'open' ? 'countFinishing' : 'countFinishingCode'
  if (mode === 'codeAnonymous') return 'countPortions'
  return answers === 0 ? 'countNone' : 'countOpen'
}

/** The languages and the limit that were planned, where there are any. */
function PlannedLine({ wave: { plan } }: { readonly wave: WaveSummary }): ReactElement | null {
  const { t, language: own } = useStudio()
  const total = plan.quotas?.total
  const sentences = [
    ...(plan.languages === null
      ? []
      : [t('roundLanguages', { languages: plan.languages.map((one) => languageName(one, own)).join(', ') })]),
    ...(total === undefined ? [] : [t('roundLimit', { total })]),
  ]
  return sentences.length === 0 ? null : <p>{sentences.join(' ')}</p>
}

function Count({ wave }: { readonly wave: WaveSummary }): ReactElement {
  const { t } = useStudio()
  const { answers, invited } = wave
  const share = answeredShare(wave)
  return (
    <>
      <h2 className="count" aria-live="polite">
        {invited === null ? t('countAnswers', { answers }) : t('countOf', { answers, invited })}
      </h2>
      {share !== null && (
        <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect width="100" height="4" />
          <rect className="done" width={share} height="4" />
        </svg>
      )}
    </>
  )
}

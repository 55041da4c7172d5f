import type { WaveSummary } from '@klankbord/model'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import type { StudyDetail } from '../api/api-types.ts'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { currentWave, wavesInEarnest } from '../study/study-progress.ts'
import { useCountedStudy } from '../study/use-counted-study.ts'
import { EditionList } from './edition-list.tsx'
import { FixedPlan } from './fixed-plan.tsx'
import { mainWave } from './main-wave.ts'
import { PolicyForm } from './policy-form.tsx'
import { PublishResults } from './publish-results.tsx'

/** The results of a study: publish them, and read what was published. */
export function PublicationPage(props: { readonly study: StudyDetail }): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const study = useCountedStudy(props.study)
  const heading = usePage(`${t('step.publication')} · ${text(study.title)}`)
  const current = currentWave(study)
  const main = mainWave(study)
  return (
    <>
      <div className="sub">
        <h1 ref={heading} tabIndex={-1}>
          {t('step.publication')}
        </h1>
      </div>
      <div className="pane">
        {current !== null && <OwnWords study={study} />}
        {current === null ? (
          <NoWave study={study} />
        ) : (
          wavesInOrder(study, current).map((wave) => (
            <section key={wave.id} className="results" aria-labelledby={`wave-${wave.id}`}>
              <div className="round">
                <h2 id={`wave-${wave.id}`}>{text(wave.title)}</h2>{' '}
                <span className={wave.state === 'open' ? 'tag oktag' : 'tag'}>{t(`waveState.${wave.state}`)}</span>{' '}
                <span className="soft">{t('countAnswers', { answers: wave.answers })}</span>
              </div>
              <PublishResults study={study} wave={wave} main={wave === main} />
              <EditionList study={study} wave={wave} />
              <FixedPlan study={study} wave={wave} />
            </section>
          ))
        )}
        <PolicyForm study={study} />
      </div>
    </>
  )
}

function OwnWords({ study }: { readonly study: StudyDetail }): ReactElement {
  const { t } = useStudio()
  return (
    <div className="decide sheet">
      <div>
        <h2>{t('words.linkTitle')}</h2>
        <p className="soft">{t('words.linkWhat')}</p>
      </div>
      <Link className="btn" href={`/studies/${study.id}/texts`}>
        {t('words.link')}
      </Link>
    </div>
  )
}

function NoWave({ study }: { readonly study: StudyDetail }): ReactElement {
  const { t } = useStudio()
  return (
    <div className="decide sheet">
      <div>
        <h2>{t('noResultsTitle')}</h2>
        <p className="soft">{t('noResultsWhy')}</p>
      </div>
      <Link className="btn main" href={`/studies/${study.id}/fieldwork`}>
        {t('toFieldwork')}
      </Link>
    </div>
  )
}

function wavesInOrder(study: StudyDetail, current: WaveSummary): readonly WaveSummary[] {
  return [
    current,
    ...wavesInEarnest(study)
      .filter((wave) => wave !== current)
      .toReversed(),
  ]
}

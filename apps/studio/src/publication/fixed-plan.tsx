import type { WaveSummary } from '@klankbord/model'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { FixedPlanDetail, StudyDetail } from '../api/api-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { dayInWords } from '../language/local-formats.ts'

/** What the publications of a round will show, fixed before anybody knows the results; and fixing it while the round is open. */
export function FixedPlan(props: { readonly study: StudyDetail; readonly wave: WaveSummary }): ReactElement | null {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const { study, wave } = props
  const plans = useQuery({ queryKey: ['fixedPlans', wave.id], queryFn: () => api.fixedPlans(study.id, wave.id) })
  const fix = useMutation({
    mutationFn: () => api.fixPlan(study.id, wave.id),
    onSuccess: () => client.invalidateQueries(),
  })
  const last = plans.data?.plans.at(-1)
  const open = wave.state === 'open'
  if (plans.data === undefined || (last === undefined && !open)) return null
  return (
    <section className="sheet pad stack" aria-labelledby={`plan-${wave.id}`}>
      <h3 id={`plan-${wave.id}`}>{t('fixedPlanTitle')}</h3>
      {last === undefined ? <p>{t('fixedPlanWhy')}</p> : <Told plan={last} />}
      {fix.isError && <FailureNote failure={failureOf(fix.error)} />}
      {open && (
        <div className="row">
          <button type="button" className="btn" onClick={() => fix.isPending || fix.mutate()}>
            {fix.isPending ? t('busy') : t(last === undefined ? 'fixPlan' : 'fixPlanAgain')}
          </button>
          <output className="small ok">{fix.isSuccess && t('saved')}</output>
        </div>
      )}
    </section>
  )
}

function Told({ plan: { plan, on, by, beforeResults, hash } }: { readonly plan: FixedPlanDetail }): ReactElement {
  const { t, language } = useStudio()
  const day = dayInWords(on, language)
  return (
    <>
      <p>
        {by === '' ? t('planFixedOn', { day }) : t('planFixedBy', { day, by })}{' '}
        {t(beforeResults ? 'planBeforeResults' : 'planAfterResults')}
      </p>
      <p className="soft">
        {t('planHolds', { questions: plan.questions.length, breakdowns: plan.breakdowns.length })}{' '}
        {t('planCheck', { hash: hash.slice(0, 12) })}
      </p>
    </>
  )
}

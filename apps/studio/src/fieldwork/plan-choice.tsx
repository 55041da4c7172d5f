import { useId, type ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'
import { TRY_OUT_DAYS, type PlanProps } from './round-plan.ts'

/** Between which days people may begin, or that the round is only there to try it out. */
export function PlanChoice({ plan, onChange }: PlanProps): ReactElement {
  const { t } = useStudio()
  const id = useId()
  return (
    <>
      <label className="tick">
        <input
          type="checkbox"
          checked={plan.tryOut}
          aria-describedby={`${id}-try`}
          onChange={(event) => onChange({ ...plan, tryOut: event.target.checked })}
        />{' '}
        {t('tryOutLabel')}
      </label>
      <p id={`${id}-try`} className="soft small">
        {t('tryOutWhat', { days: TRY_OUT_DAYS })}
      </p>
      {!plan.tryOut && (
        <>
          <div className="field">
            <label htmlFor={`${id}-opens`}>{t('opensLabel')}</label>
            <input
              id={`${id}-opens`}
              type="date"
              value={plan.opens}
              aria-describedby={`${id}-days`}
              onChange={(event) => onChange({ ...plan, opens: event.target.value })}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}-closes`}>{t('closesLabel')}</label>
            <input
              id={`${id}-closes`}
              type="date"
              value={plan.closes}
              min={plan.opens === '' ? undefined : plan.opens}
              aria-describedby={`${id}-days`}
              onChange={(event) => onChange({ ...plan, closes: event.target.value })}
            />
            <p id={`${id}-days`} className="soft small">
              {t('daysWhat')}
            </p>
          </div>
          <div className="field">
            <label htmlFor={`${id}-results`}>{t('resultsFromLabel')}</label>
            <input
              id={`${id}-results`}
              type="date"
              value={plan.results}
              min={plan.closes === '' ? undefined : plan.closes}
              aria-describedby={`${id}-results-what`}
              onChange={(event) => onChange({ ...plan, results: event.target.value })}
            />
            <p id={`${id}-results-what`} className="soft small">
              {t('resultsFromWhat')}
            </p>
          </div>
        </>
      )}
    </>
  )
}

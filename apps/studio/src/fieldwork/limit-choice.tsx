import { useId, type ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'
import type { PlanProps } from './round-plan.ts'

/** How many answers a round takes at most. */
export function LimitChoice({ plan, onChange }: PlanProps): ReactElement {
  const { t } = useStudio()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('limitLabel')}</label>
      <input
        id={id}
        type="text"
        className="short"
        inputMode="numeric"
        maxLength={7}
        value={plan.limit}
        aria-describedby={`${id}-what`}
        onChange={({ target }) => onChange({ ...plan, limit: target.value.replaceAll(/\D/g, '') })}
      />
      <p id={`${id}-what`} className="soft small">
        {t('limitWhat')}
      </p>
    </div>
  )
}

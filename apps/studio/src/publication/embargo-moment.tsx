import { useId, type ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'

/** The moment from which everybody may read an edition. */
export function EmbargoMoment(props: {
  readonly until: string
  readonly onChange: (until: string) => void
}): ReactElement {
  const { t } = useStudio()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('embargoMoment')}</label>
      <input
        id={id}
        type="datetime-local"
        value={props.until}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  )
}

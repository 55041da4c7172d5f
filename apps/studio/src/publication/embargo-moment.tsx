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
    <div className="field moment">
      <label htmlFor={id}>{t('embargoMoment')}</label>
      <input
        id={id}
        type="datetime-local"
        aria-describedby={`${id}-help`}
        value={props.until}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <p id={`${id}-help`} className="small soft">
        {t('embargoHelp')}
      </p>
    </div>
  )
}

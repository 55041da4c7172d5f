import { useId, type ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'
import { PORTION, portionOf } from './portion-of.ts'

/** How many answers of a round with anonymous codes are mixed at a time, and when the first of them count. */
export function PortionChoice(props: {
  readonly typed: string
  readonly onType: (typed: string) => void
}): ReactElement {
  const { t } = useStudio()
  const id = useId()
  const portion = portionOf(props.typed)
  return (
    <div className="field">
      <label htmlFor={id}>{t('portionLabel')}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        value={props.typed}
        maxLength={4}
        aria-invalid={portion === null}
        aria-describedby={`${id}-what`}
        onChange={(event) => props.onType(event.target.value)}
      />
      <p id={`${id}-what`} role={portion === null ? 'alert' : undefined} className={portion === null ? 'warm' : 'soft'}>
        {portion === null ? t('portionWrong', PORTION) : t('portionWhat', { portion, needed: 2 * portion })}
      </p>
    </div>
  )
}

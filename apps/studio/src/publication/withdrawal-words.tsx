import { useId, type ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'

/** A researcher's own words beside a reason, which readers get to see. */
export function WithdrawalWords(props: {
  readonly words: string
  readonly onChange: (words: string) => void
}): ReactElement {
  const { t } = useStudio()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('withdrawalWords')}</label>
      <textarea id={id} maxLength={500} value={props.words} onChange={(event) => props.onChange(event.target.value)} />
    </div>
  )
}

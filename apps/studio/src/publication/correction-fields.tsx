import { WITHDRAWAL_REASONS } from '@klankbord/model'
import { type ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'
import type { CorrectionForm } from './correction-choice.ts'
import { WithdrawalWords } from './withdrawal-words.tsx'

/** Asks why a new edition takes the place of the one before; readers of both are told. */
export function CorrectionFields(props: {
  /** The edition before. */
  readonly edition: number
  readonly form: CorrectionForm
  readonly onChange: (form: CorrectionForm) => void
}): ReactElement {
  const { t } = useStudio()
  const { edition, form, onChange } = props
  return (
    <>
      <fieldset className="choice">
        <legend>{t('correctionWhy', { edition })}</legend>
        {(['', ...WITHDRAWAL_REASONS] as const).map((reason) => (
          <label key={reason} className="tick">
            <input
              type="radio"
              name="correction"
              checked={form.reason === reason}
              onChange={() => onChange({ ...form, reason })}
            />
            <span>{t(reason === '' ? 'correctionNone' : `withdrawalReason.${reason}`)}</span>
          </label>
        ))}
      </fieldset>
      {form.reason !== '' && <WithdrawalWords words={form.words} onChange={(words) => onChange({ ...form, words })} />}
    </>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { TextField } from '../studies/text-field.tsx'

/** The second step: six digits of an app, or a recovery code. */
export function SecondFactorForm({ onDone }: { readonly onDone: () => Promise<void> }): ReactElement {
  const { api, t } = useStudio()
  const [code, setCode] = useState('')
  const show = useMutation({ mutationFn: () => api.showSecondFactor(code.trim()), onSuccess: onDone })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!show.isPending) show.mutate()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextField
        id="code"
        label={t('secondFactorLabel')}
        help={t('secondFactorHelp')}
        value={code}
        onChange={setCode}
        maxLength={40}
        autoComplete="one-time-code"
      />
      {show.isError && <FailureNote failure={failureOf(show.error)} />}
      <div className="row">
        <button type="submit" className="btn main">
          {t('secondFactorShow')}
        </button>
      </div>
    </form>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { StudyDetail } from '../api/api-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { TextField } from '../studies/text-field.tsx'

/** The number of whoever asks. It is no part of a version: another number counts at once. */
export function HelpPhoneForm({ study }: { readonly study: StudyDetail }): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const [phone, setPhone] = useState(study.organisation.helpPhone ?? '')
  const save = useMutation({
    mutationFn: () => api.saveHelpPhone(study.id, phone.trim() === '' ? null : phone.trim()),
    onSuccess: () => client.invalidateQueries(),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!save.isPending) save.mutate()
  }
  return (
    <form className="sheet pad stack" aria-labelledby="help-phone-title" onSubmit={submit} noValidate>
      <h2 id="help-phone-title">{t('helpPhoneTitle')}</h2>
      <p>{t('helpPhoneNow')}</p>
      <TextField
        id="help-phone"
        type="tel"
        label={t('helpPhoneLabel')}
        help={t('helpPhoneHelp')}
        value={phone}
        onChange={setPhone}
        maxLength={40}
        autoComplete="off"
      />
      {save.isError && <FailureNote failure={failureOf(save.error)} />}
      <div className="row">
        <button type="submit" className="btn">
          {save.isPending ? t('busy') : t('helpPhoneSave')}
        </button>
        <output className="small ok">{save.isSuccess && t('saved')}</output>
      </div>
    </form>
  )
}

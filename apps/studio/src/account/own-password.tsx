import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { Session } from '../api/staff-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { TextField } from '../studies/text-field.tsx'

/** The first password, or another one. */
export function OwnPassword({ session }: { readonly session: Session }): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const save = useMutation({
    mutationFn: () => api.setPassword({ password, ...(session.hasPassword ? { current } : {}) }),
    onSuccess: async () => {
      setCurrent('')
      setPassword('')
      client.setQueryData(['session'], await api.session())
      await client.invalidateQueries({ queryKey: ['own-sessions'] })
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!save.isPending) save.mutate()
  }
  return (
    <section aria-labelledby="own-password-title">
      <h2 id="own-password-title">{t('ownPasswordTitle')}</h2>
      <form className="stack" onSubmit={submit} noValidate>
        {session.hasPassword && (
          <TextField
            id="current-password"
            type="password"
            label={t('currentPasswordLabel')}
            value={current}
            onChange={setCurrent}
            maxLength={200}
            autoComplete="current-password"
          />
        )}
        <TextField
          id="new-password"
          type="password"
          label={t('newPasswordLabel')}
          help={t('newPasswordHelp')}
          value={password}
          onChange={setPassword}
          maxLength={200}
          autoComplete="new-password"
        />
        {save.isError && <FailureNote failure={failureOf(save.error)} />}
        <div className="row">
          <button type="submit" className="btn">
            {t('setPassword')}
          </button>
          <output className="small ok">{save.isSuccess && t('saved')}</output>
        </div>
      </form>
    </section>
  )
}

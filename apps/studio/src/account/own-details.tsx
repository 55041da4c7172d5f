import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { Session } from '../api/staff-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { TextField } from '../studies/text-field.tsx'
import { accountChange, asksPassword } from './account-change.ts'

/** The own name and e-mail address. */
export function OwnDetails({ session }: { readonly session: Session }): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const [name, setName] = useState(session.user.name)
  const [email, setEmail] = useState(session.user.email ?? '')
  const [password, setPassword] = useState('')
  const save = useMutation({
    mutationFn: () => api.changeAccount(accountChange(session, { name, email, password })),
    onSuccess: async () => {
      setPassword('')
      client.setQueryData(['session'], await api.session())
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!save.isPending) save.mutate()
  }
  return (
    <section aria-labelledby="details">
      <h2 id="details">{t('ownDetailsTitle')}</h2>
      <form className="stack" onSubmit={submit} noValidate>
        <TextField
          id="own-name"
          label={t('ownNameLabel')}
          help={t('ownNameHelp')}
          value={name}
          onChange={setName}
          maxLength={100}
          autoComplete="name"
        />
        <TextField
          id="own-email"
          type="email"
          label={t('emailLabel')}
          help={t('emailHelp')}
          value={email}
          onChange={setEmail}
          maxLength={200}
          autoComplete="email"
        />
        {asksPassword(session, { email }) && (
          <TextField
            id="own-email-password"
            type="password"
            label={t('currentPasswordLabel')}
            help={t('emailPasswordHelp')}
            value={password}
            onChange={setPassword}
            maxLength={200}
            autoComplete="current-password"
          />
        )}
        {save.isError && <FailureNote failure={failureOf(save.error)} />}
        <div className="row">
          <button type="submit" className="btn">
            {t('saveDetails')}
          </button>
          <output className="small ok">{save.isSuccess && t('saved')}</output>
        </div>
      </form>
    </section>
  )
}

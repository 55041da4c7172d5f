import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { TextField } from '../studies/text-field.tsx'
import { SecondFactorForm } from './second-factor-form.tsx'
import { useEnter } from './use-enter.ts'

/** Signing in with an e-mail address and a password, and the second step of who has one. */
export function PasswordForm(): ReactElement {
  const { api, t } = useStudio()
  const enter = useEnter()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => api.signInWithPassword({ email: email.trim(), password }),
    onSuccess: async ({ secondFactor }) => {
      if (secondFactor === 'none') await enter()
    },
  })
  if (signIn.data?.secondFactor === 'needed') return <SecondFactorForm onDone={enter} />
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!signIn.isPending) signIn.mutate()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextField
        id="email"
        type="email"
        label={t('emailLabel')}
        value={email}
        onChange={setEmail}
        maxLength={200}
        autoComplete="username"
      />
      <TextField
        id="password"
        type="password"
        label={t('passwordLabel')}
        value={password}
        onChange={setPassword}
        maxLength={200}
        autoComplete="current-password"
      />
      {signIn.isError && <FailureNote failure={failureOf(signIn.error)} />}
      <div className="row">
        <button type="submit" className="btn main">
          {t('signInAction')}
        </button>
      </div>
    </form>
  )
}

import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { Link } from 'wouter'
import { failureOf, isPassing } from '../api/api-failure.ts'
import { Frame } from '../frame/frame.tsx'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { TextField } from '../studies/text-field.tsx'
import { SecondFactorForm } from './second-factor-form.tsx'
import { useEnter } from './use-enter.ts'

/** Takes up an invitation: makes the account, or adds to the one that is there. */
export function JoinPage({ token }: { readonly token: string | null }): ReactElement {
  const { t } = useStudio()
  const heading = usePage(t('joinTitle'))
  return (
    <Frame>
      <div className="narrow letter">
        <h1 ref={heading} tabIndex={-1}>
          {t('joinTitle')}
        </h1>
        {token === null ? (
          <Note kind="finding">
            <p>{t('joinNoLink')}</p>
          </Note>
        ) : (
          <Invited token={token} />
        )}
      </div>
    </Frame>
  )
}

function Invited({ token }: { readonly token: string }): ReactElement {
  const { api, t } = useStudio()
  const query = useQuery({ queryKey: ['invitation', token], queryFn: () => api.invitation(token), staleTime: Infinity })
  if (query.isError) {
    const failure = failureOf(query.error)
    if (isPassing(failure)) return <FailureNote failure={failure} retry={() => void query.refetch()} />
    return (
      <>
        <FailureNote failure={failure} />
        <p>{t('joinNewLink')}</p>
        <p>
          <Link href="/sign-in">{t('joinSignIn')}</Link>
        </p>
      </>
    )
  }
  if (query.data === undefined) return <output className="soft">{t('loading')}</output>
  const { organisation, inviter, role } = query.data
  const as = { organisation, role: t(`role.${role}`) }
  return (
    <>
      <p>{inviter === null ? t('joinInvited', as) : t('joinInvitedBy', { ...as, inviter })}</p>
      <JoinForm token={token} />
    </>
  )
}

function JoinForm({ token }: { readonly token: string }): ReactElement {
  const { api, t } = useStudio()
  const enter = useEnter()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const join = useMutation({
    mutationFn: () => api.join({ token, name: name.trim(), password }),
    onSuccess: async ({ secondFactor }) => {
      if (secondFactor === 'none') await enter()
    },
  })
  if (join.data?.secondFactor === 'needed') return <SecondFactorForm onDone={enter} />
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!join.isPending) join.mutate()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>{t('joinHow')}</p>
      <TextField
        id="name"
        label={t('ownNameLabel')}
        help={t('ownNameHelp')}
        value={name}
        onChange={setName}
        maxLength={100}
        autoComplete="name"
      />
      <TextField
        id="password"
        type="password"
        label={t('passwordLabel')}
        help={t('joinPasswordHelp')}
        value={password}
        onChange={setPassword}
        maxLength={200}
        autoComplete="new-password"
      />
      {join.isError && <FailureNote failure={failureOf(join.error)} />}
      <div className="row">
        <button type="submit" className="btn main">
          {t('joinAction')}
        </button>
      </div>
    </form>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { NewSecondFactor, Session } from '../api/staff-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { QrPicture } from '../frame/qr-picture.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { SecondFactorForm } from '../session/second-factor-form.tsx'
import { TextField } from '../studies/text-field.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { secretOf } from './secret-of.ts'

/** The second step at signing in: beginning with one, showing it now, and new recovery codes. */
export function SecondFactor({ session }: { readonly session: Session }): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const [begun, setBegun] = useState<NewSecondFactor | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const shown = async (): Promise<void> => {
    if (begun !== null) setCodes(begun.recoveryCodes)
    setBegun(null)
    client.setQueryData(['session'], await api.session())
  }
  const on = session.user.twoFactorEnabled
  return (
    <section className="stack" aria-labelledby="second-factor">
      <h2 id="second-factor">{t('secondFactorTitle')}</h2>
      <p>{t(on ? 'secondFactorOn' : 'secondFactorWhat')}</p>
      {codes !== null && <RecoveryCodes codes={codes} />}
      {begun !== null && <Scan begun={begun} onShown={shown} />}
      {begun === null && on && !session.secondFactor && (
        <>
          <p>{t('secondFactorNow')}</p>
          <SecondFactorForm onDone={shown} />
        </>
      )}
      {begun === null && !session.hasPassword && <p>{t('secondFactorAfterPassword')}</p>}
      {begun === null && session.hasPassword && (
        <WithPassword
          action={t(on ? 'newRecoveryCodes' : 'beginSecondFactor')}
          run={async (password) => {
            if (on) setCodes(await api.newRecoveryCodes(password))
            else setBegun(await api.beginSecondFactor(password))
          }}
        />
      )}
    </section>
  )
}

function Scan(props: { readonly begun: NewSecondFactor; readonly onShown: () => Promise<void> }): ReactElement {
  const { t } = useStudio()
  return (
    <div className="stack">
      <p>{t('scanWithApp')}</p>
      <QrPicture text={props.begun.uri} label={t('qrLabel')} />
      <p>
        {t('orType')} <code>{secretOf(props.begun.uri)}</code>
      </p>
      <SecondFactorForm onDone={props.onShown} />
    </div>
  )
}

/** What only whoever knows the password may do. */
function WithPassword(props: {
  readonly action: string
  readonly run: (password: string) => Promise<void>
}): ReactElement {
  const { t } = useStudio()
  const [password, setPassword] = useState('')
  const act = useMutation({ mutationFn: () => props.run(password), onSuccess: () => setPassword('') })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!act.isPending) act.mutate()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextField
        id="password-again"
        type="password"
        label={t('passwordLabel')}
        help={t('passwordAgainHelp')}
        value={password}
        onChange={setPassword}
        maxLength={200}
        autoComplete="current-password"
      />
      {act.isError && <FailureNote failure={failureOf(act.error)} />}
      <div className="row">
        <button type="submit" className="btn">
          {props.action}
        </button>
      </div>
    </form>
  )
}

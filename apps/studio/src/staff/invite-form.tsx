import type { Role } from '@klankbord/model'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { Icon } from '../frame/icon.tsx'
import { FailureNote } from '../frame/note.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { useCopy } from '../frame/use-copy.ts'
import { useSession } from '../session/use-session.ts'
import { TextField } from '../studies/text-field.tsx'
import { rolesToGive } from './staff-rights.ts'

/** Asks somebody to join, and shows the link to send. */
export function InviteForm(props: { readonly organisation: string; readonly name: string }): ReactElement | null {
  const { api, t } = useStudio()
  const text = useText()
  const client = useQueryClient()
  const session = useSession({ ask: false })
  const studies = useQuery({ queryKey: ['studies'], queryFn: () => api.studies() })
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const [studyId, setStudyId] = useState('')
  const invite = useMutation({
    mutationFn: () =>
      api.invite(props.organisation, { email: email.trim(), role, studyId: studyId === '' ? null : studyId }),
    onSuccess: async () => {
      setEmail('')
      await client.invalidateQueries({ queryKey: ['staff', props.organisation] })
    },
  })
  if (session.data === undefined || session.data === null) return null
  const roles = rolesToGive(session.data)
  const own = studies.data?.filter(({ organisation }) => organisation.name === props.name) ?? []
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!invite.isPending) invite.mutate()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h2>{t('inviteTitle')}</h2>
      <TextField
        id="invite-email"
        type="email"
        label={t('emailLabel')}
        value={email}
        onChange={setEmail}
        maxLength={200}
      />
      <div className="field">
        <label htmlFor="invite-role">{t('roleLabel')}</label>
        <select
          id="invite-role"
          value={role}
          aria-describedby="invite-role-help"
          onChange={(event) => setRole(roles.find((one) => one === event.target.value) ?? 'viewer')}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {t(`role.${one}`)}
            </option>
          ))}
        </select>
        <p id="invite-role-help" className="small soft">
          {t(`roleMay.${role}`)}
        </p>
      </div>
      <div className="field">
        <label htmlFor="invite-study">{t('forStudyLabel')}</label>
        <select id="invite-study" value={studyId} onChange={(event) => setStudyId(event.target.value)}>
          <option value="">{t('inAllStudies')}</option>
          {own.map(({ id, title }) => (
            <option key={id} value={id}>
              {text(title)}
            </option>
          ))}
        </select>
      </div>
      {invite.isError && <FailureNote failure={failureOf(invite.error)} />}
      <div className="row">
        <button type="submit" className="btn main">
          {t('inviteAction')}
        </button>
      </div>
      {invite.data !== undefined && <InvitationLink link={invite.data.link} />}
    </form>
  )
}

function InvitationLink({ link }: { readonly link: string }): ReactElement {
  const { t } = useStudio()
  const { copy, copied } = useCopy('invitation-link', link)
  return (
    <div className="stack">
      <p>{t('invitationLinkHow')}</p>
      <p className="address">
        <span id="invitation-link">{link}</span>
      </p>
      <div className="row">
        <button type="button" className="btn" onClick={() => void copy()}>
          <Icon name="copy" />
          {t('copyLink')}
        </button>
        <output className="small ok">{copied !== null && t(copied)}</output>
      </div>
    </div>
  )
}

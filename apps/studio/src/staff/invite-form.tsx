import type { Role } from '@klankbord/model'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { useSession } from '../session/use-session.ts'
import { TextField } from '../studies/text-field.tsx'
import { LinkToGive } from './link-to-give.tsx'
import { placeChosen } from './place-of-role.ts'
import { rolesToGive } from './staff-rights.ts'

/** Asks somebody to join, and shows the link to send, or says that it goes by mail. */
export function InviteForm(props: { readonly organisation: string; readonly name: string }): ReactElement | null {
  const { api, t, language } = useStudio()
  const text = useText()
  const client = useQueryClient()
  const session = useSession({ ask: false })
  const studies = useQuery({ queryKey: ['studies'], queryFn: () => api.studies() })
  const programmes = useQuery({
    queryKey: ['programmes', props.organisation],
    queryFn: () => api.programmes(props.organisation),
  })
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const [place, setPlace] = useState('')
  const invite = useMutation({
    mutationFn: () => api.invite(props.organisation, { email: email.trim(), language, role, ...placeChosen(place) }),
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
        <select id="invite-study" value={place} onChange={(event) => setPlace(event.target.value)}>
          <option value="">{t('inAllStudies')}</option>
          {programmes.data?.map(({ id, name }) => (
            <option key={id} value={`programme:${id}`}>
              {t('inProgramme', { programme: name })}
            </option>
          ))}
          {own.map(({ id, title }) => (
            <option key={id} value={`study:${id}`}>
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
      {invite.data?.link === null && (
        <Note kind="good" live="status">
          <p>{t('invitationByMail')}</p>
        </Note>
      )}
      {typeof invite.data?.link === 'string' && (
        <LinkToGive id="invitation-link" how={t('invitationLinkHow')} link={invite.data.link} />
      )}
    </form>
  )
}

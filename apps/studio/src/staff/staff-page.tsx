import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Membership } from '@klankbord/model'
import { useState, type ReactElement } from 'react'
import { Link } from 'wouter'
import { failureOf } from '../api/api-failure.ts'
import type { Invitation, Member, Staff } from '../api/staff-types.ts'
import { Frame } from '../frame/frame.tsx'
import { FailureNote } from '../frame/note.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { dayInWords } from '../language/local-formats.ts'
import { useSession } from '../session/use-session.ts'
import { InviteForm } from './invite-form.tsx'
import { placeOfRole } from './place-of-role.ts'
import { Programmes } from './programmes.tsx'
import { RestoreAccess } from './restore-access.tsx'

/** Who works for an organisation and as what, and who was asked to. */
export function StaffPage({ organisation }: { readonly organisation: string }): ReactElement {
  const { api, t } = useStudio()
  const heading = usePage(t('staffTitle'))
  const query = useQuery({ queryKey: ['staff', organisation], queryFn: () => api.staff(organisation) })
  const all = useQuery({ queryKey: ['organisations'], queryFn: () => api.organisations() })
  const name = all.data?.find(({ id }) => id === organisation)?.name ?? ''
  return (
    <Frame crumb={<Link href="/organisations">{t('organisationsTitle')}</Link>}>
      <div className="narrow letter">
        <h1 ref={heading} tabIndex={-1}>
          {t('staffTitle')}
        </h1>
        <p className="soft">{name}</p>
        <Asked query={query}>{(staff) => <Lists organisation={organisation} staff={staff} />}</Asked>
        <InviteForm organisation={organisation} name={name} />
        <Programmes organisation={organisation} name={name} />
      </div>
    </Frame>
  )
}

function Lists({ organisation, staff }: { readonly organisation: string; readonly staff: Staff }): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const onSuccess = (): Promise<void> => client.invalidateQueries({ queryKey: ['staff', organisation] })
  const end = useMutation({ mutationFn: (id: string) => api.endMembership(organisation, id), onSuccess })
  const takeBack = useMutation({ mutationFn: (id: string) => api.takeBack(organisation, id), onSuccess })
  const session = useSession({ ask: false })
  const programmes = useQuery({
    queryKey: ['programmes', organisation],
    queryFn: () => api.programmes(organisation),
  })
  const [locked, setLocked] = useState<Member | null>(null)
  const placed = (one: Membership): string => placeOfRole(one, programmes.data ?? [], t)
  const mayRestore = session.data?.user.administrator === true
  const failed = [end, takeBack].find(({ isError }) => isError)
  return (
    <div className="stack">
      {staff.members.length === 0 && <p>{t('noMembers')}</p>}
      <ul className="plain stack">
        {staff.members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            place={placed(member)}
            onEnd={() => end.mutate(member.id)}
            onRestore={mayRestore ? () => setLocked(member) : null}
          />
        ))}
      </ul>
      {staff.invitations.length > 0 && <h2>{t('invitationsTitle')}</h2>}
      <ul className="plain stack">
        {staff.invitations.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            place={placed(invitation)}
            onTakeBack={() => takeBack.mutate(invitation.id)}
          />
        ))}
      </ul>
      {locked !== null && <RestoreAccess organisation={organisation} member={locked} onClose={() => setLocked(null)} />}
      {failed !== undefined && <FailureNote failure={failureOf(failed.error)} />}
    </div>
  )
}

function MemberRow(props: {
  readonly member: Member
  readonly place: string
  readonly onEnd: () => void
  readonly onRestore: (() => void) | null
}): ReactElement {
  const { t } = useStudio()
  const { name, email, role } = props.member
  return (
    <li className="row wide">
      <span>
        <b>{name}</b> {email !== null && <span className="soft">{email}</span>}
        <br />
        {t(`role.${role}`)}, {props.place}
      </span>
      {props.onRestore !== null && (
        <button type="button" className="btn slim push" onClick={props.onRestore}>
          {t('restoreAccess')}
          <span className="sr">{name}</span>
        </button>
      )}
      <button type="button" className={props.onRestore === null ? 'btn slim push' : 'btn slim'} onClick={props.onEnd}>
        {t('endMembership')}
        <span className="sr">
          {name}, {t(`role.${role}`)}
        </span>
      </button>
    </li>
  )
}

function InvitationRow(props: {
  readonly invitation: Invitation
  readonly place: string
  readonly onTakeBack: () => void
}): ReactElement {
  const { t, language } = useStudio()
  const { email, role, expiresAt, mail } = props.invitation
  return (
    <li className="row wide">
      <span>
        <b>{email}</b>
        <br />
        {t(`role.${role}`)}, {props.place}, {t('invitationUntil', { day: dayInWords(expiresAt, language) })}
        {mail !== null && <span className="soft"> · {t(`invitationMail.${mail}`)}</span>}
      </span>
      <button type="button" className="btn slim push" onClick={props.onTakeBack}>
        {t('takeBackInvitation')}
        <span className="sr">{email}</span>
      </button>
    </li>
  )
}

import { problem, textHash, translator, type Membership } from '@klankbord/model'
import { createStaffInvitation, listOrganisations, type MailText } from '@klankbord/storage'
import { todayAt, ZONE } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { queueStaffMail } from '../mail/staff-mail.ts'
import en from '../messages/mail-en.json' with { type: 'json' }
import nl from '../messages/mail-nl.json' with { type: 'json' }
import { randomToken } from '../randomness.ts'
import { audit } from './audit.ts'

/** How long an invitation can be taken up. */
const INVITATION_DAYS = 14

/** Languages of the studio, and so of mail to staff. */
export const STAFF_LANGUAGES = ['nl', 'en'] as const
export type StaffLanguage = (typeof STAFF_LANGUAGES)[number]

/** Who is asked to join, as what, and in which language. */
export interface StaffToInvite extends Membership {
  readonly email: string
  readonly language: StaffLanguage
}

/** An invitation that was made. */
export interface InvitedStaff {
  readonly id: string
  /** Works once. Null where it goes by mail: then only who reads mail at this address gets it. */
  readonly link: string | null
  readonly expiresAt: Date
}

/**
 * Asks somebody to join. The link is stored as a hash, and once more in the message that carries it, sealed with the key of
 * the installation; there it is gone when the message was sent, when the invitation is taken back, and within a day of when
 * it was taken up or is over.
 *
 * @param by null for a command on the machine of the server
 * @throws Problem `unknownOrganisation`
 */
export async function inviteToStaff(
  context: ServerContext,
  { email, language, ...membership }: StaffToInvite,
  by: StaffSession | null,
): Promise<InvitedStaff> {
  const { database, clock, randomness, settings } = context
  const { organisationId, role, studyId, programmeId = null } = membership
  const organisation = (await listOrganisations(database.db)).find(({ id }) => id === organisationId)
  if (organisation === undefined) throw problem('unknownOrganisation', { organisation: organisationId })
  const token = randomToken(randomness)
  const link = `${settings.publicUrl()}/studio/join#${token}`
  const expiresAt = new Date(clock.now().getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000)
  const invitedBy = by?.user.id ?? null
  const tokenHash = textHash(token)
  const id = await createStaffInvitation(database.db, { ...membership, email, tokenHash, invitedBy, expiresAt })
  const inviter = by?.user.name ?? null
  await queueStaffMail(
    context,
    id,
    joinMail({ email, language, link, expiresAt, inviter, organisation: organisation.name }),
  )
  await audit(context, by, {
    action: 'member.invited',
    organisationId,
    ...(studyId === null ? {} : { studyId }),
    details: { invitation: id, role, ...(programmeId === null ? {} : { programme: programmeId }) },
  })
  return { id, link: settings.mail.server === null ? link : null, expiresAt }
}

function joinMail(given: {
  readonly email: string
  readonly language: StaffLanguage
  readonly link: string
  readonly expiresAt: Date
  readonly inviter: string | null
  readonly organisation: string
}): MailText {
  const { email, language, link, inviter, organisation } = given
  const t = translator({ nl, en }, language)
  const lastDay = new Date(`${todayAt(given.expiresAt).today}T12:00:00Z`)
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nl', {
    timeZone: ZONE,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(lastDay)
  const by = inviter === null ? 'none' : 'somebody'
  return {
    to: { name: null, address: email },
    subject: t('joinSubject'),
    text: t('joinText', { by, inviter: inviter ?? '', organisation, link, day }),
    html: null,
  }
}

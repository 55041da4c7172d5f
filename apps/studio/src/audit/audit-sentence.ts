import type { Translate } from '@klankbord/model'
import type { AuditEntry } from '../api/staff-types.ts'
import type { MessageKey } from '../language/messages.ts'

const ACTIONS = [
  'member.invited',
  'member.uninvited',
  'member.joined',
  'member.added',
  'member.removed',
  'organisation.added',
  'programme.added',
  'study.moved',
  'access.restored',
  'signIn.refused',
  'signIn.locked',
  'signOn.refused',
  'definition.published',
  'wave.opened',
  'wave.closed',
  'frame.imported',
  'frame.drawn',
  'invitations.coded',
  'invitations.marked',
  'place.counted',
  'patterns.seen',
  'formRequests.seen',
  'formRequest.added',
  'formRequest.done',
  'results.published',
  'results.opened',
  'results.withdrawn',
  'approval.asked',
  'approval.agreed',
  'approval.sentBack',
  'approval.set',
  'study.shared',
  'study.unshared',
  'answers.exported',
  'signIn.codeRefused',
  'access.linked',
  'account.changed',
  'account.passwordSet',
  'account.secondFactorBegun',
  'account.recoveryCodesMade',
  'account.sessionEnded',
  'route.used',
  'study.begun',
  'questionnaire.worded',
  'people.counted',
  'answers.imported',
  'contacts.imported',
  'contacts.exported',
  'contacts.seen',
  'contacts.erased',
  'codes.made',
  'invitations.made',
  'retention.set',
  'hold.placed',
  'hold.released',
  'retention.carriedOut',
  'answers.flaggedSeen',
  'answers.read',
  'answer.redacted',
  'quotes.candidatesSeen',
  'quote.proposed',
  'quote.released',
  'quote.refused',
  'quote.takenBack',
  'comment.added',
  'comment.resolved',
] as const

const PARTICULARS = [
  'role',
  'mode',
  'version',
  'edition',
  'people',
  'drawn',
  'made',
  'count',
  'instrument',
  'route',
  'mark',
  'invitations',
  'form',
  'responses',
  'purpose',
  'why',
  'reason',
  'by',
]

/** What was done, in plain words; the name of the action where there are none for it. */
export function auditSentence({ action }: Pick<AuditEntry, 'action'>, t: Translate<MessageKey>): string {
  const known = ACTIONS.find((one) => one === action)
  return known === undefined ? action : t(`audit.${known}`)
}

/** The particulars of a line that say something to people: numbers of editions, purposes, names. Ids do not. */
export function auditParticulars({ details }: Pick<AuditEntry, 'details'>): readonly string[] {
  const said = PARTICULARS.map((name) => details[name])
  return said.filter((value) => typeof value === 'string' || typeof value === 'number').map(String)
}

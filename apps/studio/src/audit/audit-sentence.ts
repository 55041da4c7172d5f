import { AUDIT_ACTIONS, type Translate } from '@klankbord/model'
import type { AuditEntry } from '../api/staff-types.ts'
import type { InterfaceLanguage } from '../language/interface-language.ts'
import { dayInWords } from '../language/local-formats.ts'
import type { MessageKey } from '../language/messages.ts'

const PARTICULARS = [
  'role',
  'mode',
  'file',
  'kind',
  'variables',
  'version',
  'edition',
  'readers',
  'people',
  'drawn',
  'made',
  'count',
  'instrument',
  'route',
  'mark',
  'invitations',
  'queued',
  'messages',
  'form',
  'responses',
  'entry',
  'day',
  'why',
  'reason',
  'by',
] as const

type Particular = (typeof PARTICULARS)[number]

/** What stands in the log for a program, by what it is of; what is not here is a number or a name, and is shown as it is. */
const WORDS: Readonly<Partial<Record<Particular, Readonly<Record<string, MessageKey>>>>> = {
  role: {
    administrator: 'auditDetail.administrator',
    researcher: 'role.researcher',
    recordReader: 'role.recordReader',
    coResearcher: 'role.coResearcher',
    clientExpert: 'role.clientExpert',
    approver: 'role.approver',
    interviewer: 'role.interviewer',
    dataEntry: 'role.dataEntry',
    privacyOfficer: 'role.privacyOfficer',
    viewer: 'role.viewer',
  },
  mode: {
    open: 'modeChoice.open',
    codeAnonymous: 'modeChoice.codeAnonymous',
    codeConfidential: 'modeChoice.codeConfidential',
  },
  mark: {
    undeliverable: 'mark.undeliverable',
    refused: 'mark.refused',
    notInGroup: 'mark.notInGroup',
    invited: 'mark.invited',
    reminded: 'mark.reminded',
    undone: 'mark.undone',
  },
  file: { letters: 'file.letters', invitations: 'file.merge', sms: 'file.texts' },
  kind: {
    invitation: 'auditDetail.invitation',
    reminder: 'auditDetail.reminder',
    frequencies: 'auditDetail.frequencies',
    comparison: 'auditDetail.comparison',
    weights: 'auditDetail.weights',
    response: 'auditDetail.response',
    scales: 'auditDetail.scales',
    trend: 'auditDetail.trend',
    benchmark: 'auditDetail.benchmark',
  },
  entry: { double: 'entry.paperWay.double', single: 'entry.paperWay.single' },
  readers: { members: 'readers.members', everybody: 'readers.everybody' },
  why: { withdrawn: 'auditDetail.withdrawn', erased: 'auditDetail.erased' },
}

/** What was done, in plain words; the name of the action where a later version wrote it. */
export function auditSentence({ action }: Pick<AuditEntry, 'action'>, t: Translate<MessageKey>): string {
  const known = AUDIT_ACTIONS.find((one) => one === action)
  return known === undefined ? action : t(`audit.${known}`)
}

/**
 * The particulars of a line that say something to people, in the language of the reader: of whom of the staff, roles, ways,
 * days, numbers. Ids do not.
 */
export function auditParticulars(
  { details, member }: Pick<AuditEntry, 'details' | 'member'>,
  t: Translate<MessageKey>,
  language: InterfaceLanguage,
): readonly string[] {
  const said = PARTICULARS.flatMap((name) => {
    const value = details[name]
    if (typeof value === 'number') return [String(value)]
    if (typeof value !== 'string') return []
    const word = WORDS[name]?.[value]
    if (word !== undefined) return [t(word)]
    return [name === 'day' ? dayInWords(value, language) : value]
  })
  return member === null ? said : [member, ...said]
}

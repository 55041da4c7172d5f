import { waveAddress, type WaveKeys } from '../api/fieldwork-client.ts'

/** What is sent by other means than mail, as files to print or to give to another program. */
export const INVITATION_FILES = ['letters', 'merge', 'texts'] as const
export type InvitationFile = (typeof INVITATION_FILES)[number]

const PLACES: Readonly<Record<InvitationFile, string>> = {
  letters: '/invitations/letters',
  merge: '/invitations.csv',
  texts: '/sms.csv',
}

/** Where a file is: of everybody who was drawn, or of those who are to be reminded. */
export function fileAddress(keys: WaveKeys, file: InvitationFile, kind: 'invitation' | 'reminder'): string {
  return waveAddress(keys, `${PLACES[file]}${kind === 'reminder' ? '?kind=reminder' : ''}`)
}

import type { OtherWay } from '@klankbord/model'
import type { MessageKey } from '../voice.ts'

/** What a way to take part besides the web is called, and what happens then. */
export const OTHER_WAYS_NAMES: Readonly<Record<OtherWay, { readonly name: MessageKey; readonly note: MessageKey }>> = {
  paper: { name: 'otherPaper', note: 'otherPaperNote' },
  telephone: { name: 'otherTelephone', note: 'otherTelephoneNote' },
  talk: { name: 'otherTalk', note: 'otherTalkNote' },
}

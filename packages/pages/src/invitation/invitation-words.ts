import type { OtherWay } from '@klankbord/model'
import { dateWords } from '../date-text.ts'
import { html, type Html } from '../html.ts'
import { languageName, type MessageKey, type Voice } from '../voice.ts'
import type { Invitation } from './invitation.ts'

/** What stands for a value in a text, and in HTML, where the language of an author's text can be marked. */
export interface SpokenValue {
  readonly plain: string
  readonly marked: Html
}

/** A text with what is filled in. */
export interface Words {
  readonly key: MessageKey
  readonly values?: Readonly<Record<string, string | number | SpokenValue>>
}

/** Each way to take part besides the web, in a sentence. */
const WAYS: Readonly<Record<OtherWay, MessageKey>> = {
  paper: 'invitePaper',
  telephone: 'inviteTelephone',
  talk: 'inviteTalk',
}

/** The line above a message: who asks, and nothing of what about, for it is shown on locked screens. */
export function subjectWords({ kind, owner }: Invitation): Words {
  return { key: kind === 'reminder' ? 'inviteSubjectAgain' : 'inviteSubject', values: { owner: owner.name } }
}

export function salutationWords({ recipient }: Invitation): Words {
  return recipient === null ? { key: 'inviteDearAll' } : { key: 'inviteDear', values: { name: recipient } }
}

/** The line above a letter: the study, which nobody sees through the window of the envelope. */
export function letterSubject(voice: Voice, invitation: Invitation): Html {
  const { plain, marked } = studyOf(voice, invitation)
  return invitation.kind === 'reminder'
    ? markedWords(voice, { key: 'inviteStudyAgain', values: { study: { plain, marked } } })
    : marked
}

/** Who asks and why. */
export function whyWords({ owner }: Invitation): readonly Words[] {
  return [{ key: 'introAbout', values: { owner: owner.name } }, { key: 'inviteWhy' }]
}

/** What the study is called. */
export function studyWords(voice: Voice, invitation: Invitation): Words {
  return { key: 'inviteStudy', values: { study: studyOf(voice, invitation) } }
}

function studyOf(voice: Voice, { studyTitle }: Invitation): SpokenValue {
  return { plain: voice.authorPlain(studyTitle), marked: voice.author(studyTitle) }
}

/** That the organisation is invented. */
export function sampleWords({ owner, sample }: Invitation): readonly Words[] {
  return sample === true ? [{ key: 'stripSample', values: { owner: owner.name } }] : []
}

/** That nobody has to, how long it takes and until when. One list for each paragraph. */
export function freeWords(voice: Voice, invitation: Invitation): readonly (readonly Words[])[] {
  const paragraphs = [againWords(invitation), [{ key: 'inviteFree' } as const], timeWords(voice, invitation)]
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}

/** In an anonymous wave nobody looks at who took part, so who did is reminded, too. */
function againWords({ kind, anonymous }: Invitation): readonly Words[] {
  if (kind === 'invitation') return []
  return anonymous ? [{ key: 'inviteAgain' }, { key: 'inviteAgainAll' }] : [{ key: 'inviteAgain' }]
}

function timeWords(voice: Voice, { minutes, lastDay }: Invitation): readonly Words[] {
  return [
    ...(minutes === undefined ? [] : [{ key: 'inviteTime', values: { n: minutes } } as const]),
    ...(lastDay === null ? [] : [{ key: 'inviteUntil', values: { date: dateWords(lastDay, voice.spoken) } } as const]),
  ]
}

/** In which languages the questions are, where there is a choice. */
export function languageWords({ languages }: Invitation): readonly Words[] {
  return languages.length > 1
    ? [{ key: 'inviteLanguages', values: { languages: languages.map(languageName).join(', ') } }]
    : []
}

/** What is protected, in the sentences that the first page has, too; and where the rest is to be read. */
export function promiseWords({ code, anonymous }: Invitation): readonly Words[] {
  const kept: readonly Words[] = [{ key: 'inviteApart' }, { key: 'inviteMore' }]
  if (code === null) return [{ key: 'inviteNoCode' }, ...kept]
  return anonymous
    ? [{ key: 'modeCodeAnonymous' }, { key: 'inviteFromWhen' }, ...kept]
    : [{ key: 'modeCodeConfidential' }, ...kept]
}

/** The ways to take part besides the web, each in a sentence. */
export function wayWords({ otherWays }: Invitation): readonly Words[] {
  return otherWays.map((way) => ({ key: WAYS[way] }))
}

/** How not to be reminded: somebody has to say so, since nothing else tells whom to leave alone. */
export function noMoreWords({ owner: { name, helpPhone } }: Invitation): Words {
  return helpPhone === undefined
    ? { key: 'inviteNoMoreAsk', values: { owner: name } }
    : { key: 'inviteNoMore', values: { phone: phoneValue(helpPhone) } }
}

/** A telephone number, which is read from left to right and on one line. */
export function phoneValue(phone: string): SpokenValue {
  return { plain: phone, marked: html`<bdi dir="ltr" class="whole">${phone}</bdi>` }
}

/** As text without markup. */
export function plainWords(voice: Voice, { key, values = {} }: Words): string {
  const plain = Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value.plain : value])
  return voice.plain(key, Object.fromEntries(plain))
}

/** As HTML. */
export function markedWords(voice: Voice, { key, values = {} }: Words): Html {
  const marked = Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value.marked : value])
  return voice.say(key, Object.fromEntries(marked))
}

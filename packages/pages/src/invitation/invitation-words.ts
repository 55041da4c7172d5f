import type { OtherWay } from '@klankbord/model'
import { dateWords } from '../date-text.ts'
import type { Html } from '../html.ts'
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

/** Who asks and why, that nobody has to, how long it takes and until when. One list for each paragraph. */
export function askingWords(voice: Voice, invitation: Invitation): readonly (readonly Words[])[] {
  const { owner, studyTitle, sample } = invitation
  const study = { plain: voice.authorPlain(studyTitle), marked: voice.author(studyTitle) }
  return [
    sample === true ? [{ key: 'stripSample', values: { owner: owner.name } }] : [],
    [{ key: 'inviteWhy', values: { owner: owner.name, study } }],
    againWords(invitation),
    [{ key: 'inviteFree' }],
    timeWords(voice, invitation),
  ].filter((paragraph): paragraph is Words[] => paragraph.length > 0)
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
    : { key: 'inviteNoMore', values: { phone: helpPhone } }
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

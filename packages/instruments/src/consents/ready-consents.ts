import type { ConsentKind, LocalizedText } from '@klankbord/model'
import { translated } from '../translated.ts'
import { wordingFrom } from '../wording.ts'
import { CONSENT_TRANSLATIONS } from './consent-translations.ts'
import en from './wording/en.json' with { type: 'json' }
import nl from './wording/nl.json' with { type: 'json' }

/** The words of a consent, in every language that there is. */
export interface ReadyConsent {
  readonly title: LocalizedText
  readonly description?: LocalizedText
}

const wording = wordingFrom({ nl, en })

const words = (key: keyof typeof nl): LocalizedText => translated(wording(key), CONSENT_TRANSLATIONS) as LocalizedText

/** What people can be asked to agree to, in words to begin with. Every one is a promise, to be released in its language. */
export const READY_CONSENTS: Readonly<Record<ConsentKind, ReadyConsent>> = {
  participation: { title: words('takesPart') },
  quote: { title: words('quotable'), description: words('quotableNote') },
  recording: { title: words('recorded'), description: words('recordedNote') },
}

import type { TranslatedText } from '@klankbord/model'
import { SCALE_TRANSLATIONS } from '../answer-scales/scale-translations.ts'
import { translationsOf } from '../translated.ts'
import ar from './wording/ar.json' with { type: 'json' }
import nl from './wording/nl.json' with { type: 'json' }
import pl from './wording/pl.json' with { type: 'json' }
import ro from './wording/ro.json' with { type: 'json' }
import tr from './wording/tr.json' with { type: 'json' }
import uk from './wording/uk.json' with { type: 'json' }

/** What the introduction shows: who reads it decides whether to take part. */
const PROMISES = ['title', 'description']

/** The Wmo questionnaire with its answers in languages that the makers do not speak. Nobody who does has read it. */
export const WMO_TRANSLATIONS: readonly TranslatedText[] = [
  ...translationsOf('wmo-client-experience', nl, { pl, ro, ar, tr, uk }, PROMISES),
  ...SCALE_TRANSLATIONS,
]

/** The languages that the Wmo questionnaire is translated into. */
export const WMO_TRANSLATED: readonly string[] = [...new Set(WMO_TRANSLATIONS.map(({ language }) => language))]

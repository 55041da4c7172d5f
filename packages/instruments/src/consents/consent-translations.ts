import type { TranslatedText } from '@klankbord/model'
import { translationsOf } from '../translated.ts'
import ar from './wording/ar.json' with { type: 'json' }
import nl from './wording/nl.json' with { type: 'json' }
import pl from './wording/pl.json' with { type: 'json' }
import ro from './wording/ro.json' with { type: 'json' }
import tr from './wording/tr.json' with { type: 'json' }
import uk from './wording/uk.json' with { type: 'json' }

/** The consents in languages that the makers do not speak. Every word of them is a promise: with it somebody agrees. */
export const CONSENT_TRANSLATIONS: readonly TranslatedText[] = translationsOf(
  'consents',
  nl,
  { pl, ro, ar, tr, uk },
  Object.keys(nl),
)

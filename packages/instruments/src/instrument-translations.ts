import type { TranslatedText } from '@klankbord/model'
import { CONSENT_TRANSLATIONS } from './consents/consent-translations.ts'
import { WMO_TRANSLATIONS } from './wmo-client-experience/wmo-translations.ts'

/** Every text of the instruments in languages that the makers do not speak, beside its Dutch. */
export const INSTRUMENT_TRANSLATIONS: readonly TranslatedText[] = [...WMO_TRANSLATIONS, ...CONSENT_TRANSLATIONS]

import type { ReportPlan } from '@klankbord/model'
import type { Instrument } from '../instrument.ts'
import { translated } from '../translated.ts'
import { TOPICS, wmoDefinition, type District } from './wmo-definition.ts'
import { WMO_TRANSLATED, WMO_TRANSLATIONS } from './wmo-translations.ts'
import { wording } from './wording.ts'

/** The parts of Voorbeeldstad, which does not exist. */
export const FICTIONAL_DISTRICTS: readonly District[] = (
  ['districtCentre', 'districtNorth', 'districtEast', 'districtSouthEast', 'districtRural'] as const
).map((key, place) => ({ value: place + 1, text: wording(key) }))

const PLAN: ReportPlan = {
  questions: TOPICS,
  breakdowns: [{ variable: 'district' }, { variable: 'age_group' }],
  headline: 't6',
}

/**
 * The client-experience questionnaire under the Social Support Act (Wmo 2015): ten topics on access, quality
 * and effect, one open question and a little background. The topics are those that municipalities have
 * measured since 2016; every word is our own.
 *
 * @param districts the parts of the municipality, in the order in which they are offered
 * @example wmoClientExperienceFor([{ value: 1, text: { nl: 'Dorp' } }, { value: 2, text: { nl: 'Stad' } }])
 */
export function wmoClientExperienceFor(districts: readonly District[]): Instrument {
  return {
    id: 'wmo-client-experience',
    title: wording('purposeTitle'),
    rights: 'own',
    about: { measures: wording('measures'), forWhom: wording('forWhom'), notFor: wording('notFor') },
    definition: translated(wmoDefinition(districts.map(named)), WMO_TRANSLATIONS),
    plan: PLAN,
    purposeLimits: [{ questions: TOPICS, never: 'rankProviders', reason: wording('notPerProvider') }],
    parallelKeys: { t6: 'quality', t7: 'fits', t9: 'managing', t10: 'quality_of_life' },
  }
}

/** The name of a real district is the same in every language into which nobody translated it. */
function named({ value, text }: District): District {
  const name = text['nl']
  const inTranslation = WMO_TRANSLATIONS.some(({ source }) => source === name)
  const names = Object.fromEntries(WMO_TRANSLATED.map((language) => [language, name ?? '']))
  return name === undefined || inTranslation ? { value, text } : { value, text: { ...names, ...text } }
}

/** The questionnaire with the districts of a town that does not exist. */
export const wmoClientExperience: Instrument = wmoClientExperienceFor(FICTIONAL_DISTRICTS)

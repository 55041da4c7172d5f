import { localize, type LocalizedText } from '@klankbord/model'
import type { PreparedWave } from '../../publication/publish-wave.ts'
import { say } from '../say.ts'

/** Which groups to take together so that more can be shown, the one that wins most first, with the line for the plan. */
export async function mergeLines({ publication, merges }: PreparedWave): Promise<readonly string[]> {
  const { disclosure, language } = publication
  if ((disclosure.tables ?? []).length === 0) return []
  const suggested = await merges()
  if (suggested === null) return [say('mergesFixed')]
  if (suggested.length === 0) return [say('mergesNone')]
  const words = (text: LocalizedText): string => localize(text, 'en', language)
  const lines = suggested.flatMap(({ label, groups: [one, other], figures, planned }) => [
    say('merge', { by: words(label), one: words(one.label), other: words(other.label), figures }),
    ...(planned === null ? [] : [say('mergeInPlan', { breakdown: JSON.stringify(planned) })]),
  ])
  return [say('mergesTitle'), ...lines]
}

import type { StudySummary } from '@klankbord/model'
import type { StudyDetail } from '../api/api-types.ts'

/**
 * A study with the counts of a list that may be newer or older. A closed wave keeps the count it was closed with.
 *
 * @example withCounts(study, await api.studies()).waves[0]?.answers // 24
 */
export function withCounts(study: StudyDetail, list: readonly StudySummary[]): StudyDetail {
  const counted = list.find((one) => one.id === study.id)?.waves ?? []
  const waves = study.waves.map((wave) => {
    const answers = counted.find((one) => one.id === wave.id)?.answers
    return wave.state === 'closed' || answers === undefined ? wave : { ...wave, answers }
  })
  return { ...study, waves }
}

import { useQuery } from '@tanstack/react-query'
import type { StudyDetail, StudySummary } from '../api/api-types.ts'
import { useStudio } from '../frame/studio-context.tsx'

/** How often the counts are asked for while a wave is open, in milliseconds. */
const WATCHING = 5000

/**
 * The study with its counts of now, for as long as a page shows it and a wave is open. Only the list is asked
 * for again: it is small and has all counts.
 */
export function useCountedStudy(study: StudyDetail): StudyDetail {
  const { api } = useStudio()
  const { data } = useQuery({
    queryKey: ['studies'],
    queryFn: () => api.studies(),
    enabled: study.waves.some((wave) => wave.state === 'open'),
    refetchInterval: WATCHING,
  })
  return withCounts(study, data ?? [])
}

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

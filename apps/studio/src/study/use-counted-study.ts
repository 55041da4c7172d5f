import { useQuery } from '@tanstack/react-query'
import type { StudyDetail } from '../api/api-types.ts'
import { useStudio } from '../frame/studio-context.tsx'
import { withCounts } from './with-counts.ts'

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

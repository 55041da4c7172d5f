import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { failureOf } from '../api/api-failure.ts'
import type { Session } from '../api/staff-types.ts'
import { useStudio } from '../frame/studio-context.tsx'

/**
 * Who is signed in; null when nobody is. With `ask: false` only what is known already: while a link is being
 * exchanged for a session, a question asked before it could be answered after it, with nobody.
 */
export function useSession({ ask = true }: { readonly ask?: boolean } = {}): UseQueryResult<Session | null> {
  const { api } = useStudio()
  return useQuery({
    queryKey: ['session'],
    queryFn: () =>
      api.session().catch((error: unknown) => {
        if (failureOf(error).status === 401) return null
        throw error
      }),
    staleTime: Infinity,
    enabled: ask,
  })
}

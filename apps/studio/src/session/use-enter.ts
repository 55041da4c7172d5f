import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useStudio } from '../frame/studio-context.tsx'

/** What follows once somebody is signed in: the studio learns who, and shows their studies. */
export function useEnter(): () => Promise<void> {
  const { api } = useStudio()
  const client = useQueryClient()
  const [place, go] = useLocation()
  return async () => {
    // An older question who is signed in may not answer after this.
    await client.cancelQueries({ queryKey: ['session'] })
    client.setQueryData(['session'], await api.session())
    if (place === '/sign-in' || place === '/join') go('/', { replace: true })
  }
}

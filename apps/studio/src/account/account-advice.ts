import { ROLES_THAT_SEE_ANSWERS } from '@klankbord/model'
import type { Session } from '../api/staff-types.ts'

/** What an account still lacks, and what follows from it. */
export interface AccountAdvice {
  /** In the order in which they can be set. Nobody is forced. */
  readonly lacks: readonly ('email' | 'password' | 'secondFactor')[]
  /** They may see answers of people, and will once they showed a second step. */
  readonly answersWait: boolean
}

/** What to ask somebody to set. Whoever came by the account of their organisation needs no password here. */
export function accountAdvice({ user, memberships, secondFactor, hasPassword }: Session): AccountAdvice {
  const seesAnswers = memberships.some(({ role }) => ROLES_THAT_SEE_ANSWERS.includes(role))
  return {
    lacks: [
      ...(user.email === null ? ['email' as const] : []),
      ...(hasPassword || secondFactor ? [] : ['password' as const]),
      ...(user.twoFactorEnabled || secondFactor ? [] : ['secondFactor' as const]),
    ],
    answersWait: seesAnswers && !secondFactor,
  }
}

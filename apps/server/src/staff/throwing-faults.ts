import type { AccountsLibrary } from './accounts-library.ts'

type Functions = AccountsLibrary['api']

/**
 * The functions of the accounts library, but what went wrong on our side is thrown. By itself the library hides why it
 * failed, and gives an answer that reads as a refusal.
 *
 * @param refuseWithoutDatabase throws when the database does not answer, which is the likely reason
 */
export function throwingFaults(functions: Functions, refuseWithoutDatabase: () => Promise<unknown>): Functions {
  return new Proxy(functions, {
    get(target, name) {
      const call = Reflect.get(target, name) as (given: unknown) => Promise<unknown>
      return async (given: unknown): Promise<unknown> => {
        try {
          const answer = await call(given)
          if (!(answer instanceof Response && answer.status >= 500)) return answer
          throw new TypeError(`accounts library failed: ${String(name)} answered ${answer.status}`)
        } catch (error) {
          if (isOurs(error)) await refuseWithoutDatabase()
          throw error
        }
      }
    },
  })
}

/** What the library throws when it refuses has a status below 500. */
function isOurs(error: unknown): boolean {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500
  return typeof status !== 'number' || status >= 500
}

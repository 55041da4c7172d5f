import { pointer } from '@klankbord/model'

/** What a finding says of its place: the name of the variable and a JSON pointer. */
export interface At {
  readonly name: string
  readonly path: string
}

/** The place of a row, an item, or a question in a panel. */
export const partAt = (at: At, part: string): At => ({
  name: `${at.name}__${part}`,
  path: pointer(at.path, part),
})

/** A key that is no name could hold anything, so it is not repeated. */
export const safeKey = (key: unknown): string =>
  typeof key === 'string' && /^[a-z_][a-z0-9_]{0,63}(-Comment)?$/.test(key) ? key : '(not a name)'

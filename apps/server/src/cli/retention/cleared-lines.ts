import type { ClearedUp } from '../../sealing/clear-up.ts'
import { say } from '../say.ts'

/** What is to be said of files that still hold bytes of what was deleted; nothing when none do. */
export function clearedLines({ uncleared, logs }: ClearedUp): readonly string[] {
  return [
    ...(uncleared.length > 0 ? [say('tablesUncleared', { tables: uncleared.join(', ') })] : []),
    ...logs.flatMap(({ name, gone, reason }) => (gone ? [] : [say(`log.${reason ?? 'kept'}`, { name })])),
  ]
}

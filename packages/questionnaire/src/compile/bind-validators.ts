import type { Condition, Validator } from '@klankbord/model'
import type { ConditionSource } from './condition-source.ts'
import type { DraftValidator } from './read-validators.ts'

/**
 * Validators with their expressions as conditions. What cannot be bound was reported, and is left out.
 *
 * @param condition binds an expression, which may look at its own screen and the new answer too
 */
export function bindValidators(
  drafts: readonly DraftValidator[],
  condition: (source: ConditionSource) => Condition | undefined,
): readonly Validator[] {
  return drafts.flatMap((draft): readonly Validator[] => {
    if (draft.type !== 'expression') return [draft]
    const { source, ...rest } = draft
    const bound = condition(source)
    return bound ? [{ ...rest, condition: bound }] : []
  })
}

import type { Validator } from '@klankbord/model'
import { bindCondition } from '../condition/bind-source.ts'
import type { Scope } from '../condition/scope.ts'
import type { DraftValidator } from './read-validators.ts'

/**
 * Validators with their expressions as conditions. An expression may look at its own screen too: give as `screen` the
 * one after it. What cannot be bound was reported, and is left out.
 */
export function bindValidators(
  drafts: readonly DraftValidator[],
  scope: Pick<Scope, 'list' | 'known' | 'screen' | 'panel'>,
): readonly Validator[] {
  return drafts.flatMap((draft) => {
    if (draft.type !== 'expression') return draft
    const { source, ...rest } = draft
    const { text, path, element, property } = source
    const condition = bindCondition(text, { ...scope, path, element, property })
    return condition ? { ...rest, condition } : []
  })
}

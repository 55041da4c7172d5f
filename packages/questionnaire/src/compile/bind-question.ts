import type { ChoiceQuestion, InputQuestion, Question, Validator } from '@klankbord/model'
import { bindValidators } from './bind-validators.ts'
import { joined, type Binding, type Bound } from './binding.ts'
import type { DraftQuestion } from './draft.ts'
import type { DraftValidator } from './read-validators.ts'

type Panel = ReadonlyMap<string, Question>

/**
 * A question with its conditions as trees, those around it folded in.
 *
 * @returns null for one that has faults that leave nothing to ask about
 */
export function bindQuestion(
  draft: DraftQuestion,
  around: Bound,
  screen: number,
  binding: Binding,
  panel?: Panel,
): Question | null {
  const own = joined(around, binding.guards(draft, screen, panel))
  const requiredIf = binding.condition(draft.requiredIf, screen, panel)
  binding.pipes(draft.texts, screen, panel)
  const question = draft.question && bindParts(draft.question, draft, screen, binding, panel)
  if (!question) return null
  const itself = panel && new Map([...panel, [draft.name, question]])
  const validators = validatorsOf(draft.validators, screen, binding, itself)
  return { ...question, ...own, ...(requiredIf && { required: requiredIf }), ...validators }
}

/** An expression in a validator may also look at the answers of its own screen. */
function validatorsOf(
  drafts: readonly DraftValidator[],
  screen: number,
  binding: Binding,
  panel?: Panel,
): { readonly validators?: readonly Validator[] } {
  const validators = bindValidators(drafts, (source) => binding.condition(source, screen + 1, panel))
  return validators.length > 0 ? { validators } : {}
}

function bindParts(
  question: Question,
  draft: DraftQuestion,
  screen: number,
  binding: Binding,
  panel: Panel | undefined,
): Question {
  const guarded = <Part>(part: Part, index: number): Part => {
    const guards = draft.guards[index]
    return guards ? { ...part, ...binding.guards(guards, screen, panel) } : part
  }
  if (question.type === 'matrix') return { ...question, rows: question.rows.map(guarded) }
  if (question.type === 'paneldynamic') return { ...question, questions: bindInner(draft.inner, screen, binding) }
  if (question.type === 'multipletext') {
    const items = question.items.map((item, index) => ({
      ...item,
      ...validatorsOf(draft.ofItems[index] ?? [], screen, binding),
    }))
    return { ...question, items }
  }
  return 'options' in question ? { ...question, options: question.options.map(guarded) } : question
}

/** Inside a panel a condition can also look at the questions before it in the same panel. */
function bindInner(
  inner: readonly DraftQuestion[],
  screen: number,
  binding: Binding,
): readonly (ChoiceQuestion | InputQuestion)[] {
  const before = new Map<string, Question>()
  return inner.flatMap((draft) => {
    const question = bindQuestion(draft, {}, screen, binding, new Map(before))
    if (!question) return []
    before.set(draft.name, question)
    return [question as ChoiceQuestion | InputQuestion]
  })
}

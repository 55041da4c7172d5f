import type { ChoiceQuestion, InputQuestion, Question } from '@klankbord/model'
import { joined, type Binding, type Bound } from './binding.ts'
import type { DraftQuestion } from './draft.ts'

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
  const question = draft.question && bindParts(draft.question, draft, screen, binding, panel)
  return question && { ...question, ...own, ...(requiredIf && { required: requiredIf }) }
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

import { CHOICE_INPUTS } from './choice-inputs.ts'
import type { HostileInput } from './hostile-input.ts'
import { PART_INPUTS } from './part-inputs.ts'
import { TYPED_INPUTS } from './typed-inputs.ts'
import { WHOLE_INPUTS } from './whole-inputs.ts'

/** All hostile inputs, in the order of the table in docs/hostile-answers.md. */
export const HOSTILE_INPUTS: readonly HostileInput[] = [
  ...WHOLE_INPUTS,
  ...CHOICE_INPUTS,
  ...TYPED_INPUTS,
  ...PART_INPUTS,
]

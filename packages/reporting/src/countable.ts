import type { Variable } from '@klankbord/model'

/**
 * Whether tables can be made of a variable as it is: a choice question, or a row of a matrix. Not of the places in a
 * ranking, where the tables of its options give each other away, of values that are worked out, which give away what
 * they are made of, or of questions in panels, which are not about people. The protection of tables knows of none of
 * these ties.
 */
export function isCountable({ type, source }: Variable): boolean {
  return (type === 'single' || type === 'multiple') && (source.kind === 'question' || source.kind === 'row')
}

/** Whether bands can make a single choice of a variable: a number question, or a number among several items. */
export function isBandable({ type, source }: Variable): boolean {
  return type === 'numeric' && (source.kind === 'question' || source.kind === 'item')
}

/** What a variable is, for the sentence that says why it cannot be used. */
export function kindOf({ type, source }: Variable): string {
  return source.kind in KINDS ? `${type}, ${KINDS[source.kind as keyof typeof KINDS]}` : type
}

const KINDS = {
  rank: 'a place in a ranking',
  panels: 'a number of panels',
  in: 'a question in a panel',
  derived: 'a worked-out value',
} as const

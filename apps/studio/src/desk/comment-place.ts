import type { LocalizedText } from '@klankbord/model'
import type { StudyOutline } from '../api/desk-types.ts'

/** What a comment is about: the study, one of its rounds, a question, or a place that is not there (any more). */
export type CommentPlace =
  | { readonly kind: 'study' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'wave' | 'question'; readonly title: LocalizedText }

/** @example commentPlace('wave/1', outline).kind // 'wave' */
export function commentPlace(
  place: string,
  { waves, questions }: Pick<StudyOutline, 'waves' | 'questions'>,
): CommentPlace {
  if (place === '') return { kind: 'study' }
  const wave = waves.find(({ id }) => place === `wave/${id}`)
  if (wave !== undefined) return { kind: 'wave', title: wave.title }
  const question = questions.find(({ name }) => name === place)
  return question === undefined ? { kind: 'gone' } : { kind: 'question', title: question.title }
}

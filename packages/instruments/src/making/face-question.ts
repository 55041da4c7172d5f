import type { Json, LocalizedText } from '@klankbord/model'
import { FACE_SCALE } from '../answer-scales/face-scale.ts'

/** A question that is answered with a face. */
export interface FaceQuestion {
  readonly name: string
  readonly title: LocalizedText
  /** Shown above the title as its lead. */
  readonly prompt?: LocalizedText
  readonly theme: string
  readonly sensitive?: boolean
  readonly pictogram?: string
  /** Only where the words are ours: another's words make another series. */
  readonly benchmarkKey?: string
}

/** The element of a question with five faces. @example faceQuestion({ name: 'how', title, theme: 'help' }) */
export function faceQuestion({ name, title, prompt, theme, sensitive, pictogram, benchmarkKey }: FaceQuestion): Json {
  return {
    type: 'radiogroup',
    name,
    title,
    ...(prompt && { prompt }),
    theme,
    ...(sensitive && { sensitive }),
    ...(pictogram !== undefined && { pictogram }),
    ...(benchmarkKey !== undefined && { benchmarkKey }),
    isRequired: true,
    scale: 'faces',
    choices: FACE_SCALE,
  }
}

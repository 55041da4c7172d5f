import { DONT_KNOW, REFUSED, type OptionDefinition } from './answer-scales.ts'
import { scaleWording } from './wording.ts'

/** Five faces with their words, the most positive first, and both ways out. The faces are drawn by `@klankbord/pages`. */
export const FACE_SCALE: readonly OptionDefinition[] = [
  { value: 1, text: scaleWording('veryGood'), tone: 'positive', pictogram: 'face-delighted' },
  { value: 2, text: scaleWording('good'), tone: 'positive', pictogram: 'face-glad' },
  { value: 3, text: scaleWording('fair'), tone: 'neutral', pictogram: 'face-calm' },
  { value: 4, text: scaleWording('bad'), tone: 'negative', pictogram: 'face-sad' },
  { value: 5, text: scaleWording('veryBad'), tone: 'negative', pictogram: 'face-upset' },
  DONT_KNOW,
  REFUSED,
]

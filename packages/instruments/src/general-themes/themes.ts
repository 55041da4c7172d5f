import type { LocalizedText } from '@klankbord/model'
import { generalWording } from './wording.ts'

/** A part of life or care that people are asked about. */
export interface Theme {
  /** Name of its question: small letters, digits and single underscores. Keeps its meaning from year to year. */
  readonly name: string
  /** A whole number from 1 that keeps its meaning: the code in "where do you want change?". */
  readonly value: number
  /** What it is, in the words of who answers: "My place to live". */
  readonly text: LocalizedText
  /** Name of a drawing, like "house". */
  readonly pictogram?: string
  /** Health, money, safety, or anything that somebody may not want known. */
  readonly sensitive?: boolean
}

/** Themes to begin with. */
export const COMMON_THEMES: readonly Theme[] = [
  { name: 'home', value: 1, text: generalWording('theme.home'), pictogram: 'house' },
  { name: 'money', value: 2, text: generalWording('theme.money'), pictogram: 'money', sensitive: true },
  { name: 'health', value: 3, text: generalWording('theme.health'), pictogram: 'health', sensitive: true },
  { name: 'people', value: 4, text: generalWording('theme.people'), pictogram: 'people' },
  { name: 'day', value: 5, text: generalWording('theme.day'), pictogram: 'activity' },
  { name: 'help', value: 6, text: generalWording('theme.help'), pictogram: 'help' },
  { name: 'safety', value: 7, text: generalWording('theme.safety'), pictogram: 'safe', sensitive: true },
  { name: 'getting_around', value: 8, text: generalWording('theme.getting_around'), pictogram: 'transport' },
]

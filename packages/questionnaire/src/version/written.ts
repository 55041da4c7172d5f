import type { Json, LocalizedText, Questionnaire } from '@klankbord/model'

/** A part of a definition; what is undefined is left out. */
export type Written = Readonly<Record<string, Json | undefined>>

/** What writing a definition needs to know of the whole questionnaire. */
export interface Writing {
  /** A text in SurveyJS form: a string where there is the source language only. */
  text(text: LocalizedText | undefined): Json | undefined
  /** A text that may be one of our own, which is left out: in a language of no author it would add that language. */
  own(text: LocalizedText | undefined): Json | undefined
}

/** How the texts of this questionnaire are written. */
export function writingOf({ language, languages }: Pick<Questionnaire, 'language' | 'languages'>): Writing {
  const text = (words: LocalizedText | undefined): Json | undefined => {
    if (!words) return undefined
    const keys = Object.keys(words)
    return keys.length === 1 && keys[0] === language ? words[language] : { ...words }
  }
  return {
    text,
    own: (words) => (words && Object.keys(words).every((key) => languages.includes(key)) ? text(words) : undefined),
  }
}

/** Without what is undefined, all the way down. */
export function pruned(written: Written): { readonly [key: string]: Json } {
  return Object.fromEntries(
    Object.entries(written).flatMap(([key, value]) => (value === undefined ? [] : [[key, prunedValue(value)]])),
  )
}

function prunedValue(value: Json): Json {
  if (Array.isArray(value)) return value.map(prunedValue)
  return typeof value === 'object' && value !== null ? pruned(value as Written) : value
}

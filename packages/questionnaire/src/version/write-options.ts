import type { Json, LocalizedText, Option } from '@klankbord/model'
import { printCondition } from '../condition/print-expression.ts'
import { pruned, type Writing, type Written } from './written.ts'

/** Options as the author may have written them: a plain value where there is nothing beside it. */
export function writeOptions(options: readonly Option[], language: string, writing: Writing): readonly Json[] {
  return options.map((option) => writeOption(option, language, writing))
}

function writeOption(option: Option, language: string, writing: Writing): Json {
  const { value, text, empty, tone, exclusive, visibleIf, enableIf, pictogram, image, audio } = option
  const rest = pruned({
    missingReason: empty,
    tone,
    exclusive,
    visibleIf: visibleIf && printCondition(visibleIf),
    enableIf: enableIf && printCondition(enableIf),
    pictogram,
    imageLink: image,
    audio: writing.text(audio),
  })
  if (isPlain(option, language)) return Object.keys(rest).length === 0 ? value : { value, ...rest }
  return pruned({ value, text: writing.text(text), ...rest })
}

/** Whether the text is what an option without a text gets. */
function isPlain({ value, text }: Option, language: string): boolean {
  return Object.keys(text).length === 1 && text[language] === String(value)
}

/**
 * A rating: `rateMin` and `rateMax` where they say it all, with what the ends mean apart again, as survey-core
 * shows it; else `rateValues`.
 */
export function writeRating(options: readonly Option[], language: string, writing: Writing): Written {
  const first = meaningOf(options[0])
  const last = meaningOf(options.at(-1))
  const bare = options.map((option, place) => {
    const meaning = place === 0 ? first : place === options.length - 1 ? last : undefined
    return meaning ? { ...option, text: { [language]: String(option.value) } } : option
  })
  const start = bare[0]?.value
  const counted =
    typeof start === 'number' &&
    bare.length > 1 &&
    bare.every(
      (option, place) => writeOption(option, language, writing) === start + place && option.code === option.value,
    )
  if (!counted) return { rateValues: writeOptions(options, language, writing) }
  return {
    rateMin: start,
    rateMax: start + bare.length - 1,
    minRateDescription: writing.text(first),
    maxRateDescription: writing.text(last),
  }
}

/** What an end of a rating means, when its text is its number with a meaning in every language. */
function meaningOf(option: Option | undefined): LocalizedText | undefined {
  if (!option) return undefined
  const lead = `${String(option.value)} – `
  const entries = Object.entries(option.text)
  if (!entries.every(([, words]) => words.startsWith(lead) && words.slice(lead.length).trim() !== '')) return undefined
  return Object.fromEntries(entries.map(([language, words]) => [language, words.slice(lead.length)]))
}

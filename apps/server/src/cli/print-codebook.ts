import { localize, type LanguageCode, type LocalizedText, type Variable } from '@klankbord/model'
import { codebook } from '@klankbord/questionnaire'
import { compiledFile } from './compiled-file.ts'
import type { ExitCode } from './exit-code.ts'
import { languageIn } from './language-in.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { variableDetails, type VariableDetails } from './variable-details.ts'

export interface PrintCodebookOptions {
  readonly language?: string
  /** For programs: everything, in all languages. */
  readonly json?: boolean
}

/**
 * Prints every variable of a definition with its codes.
 *
 * @throws Problem `languageNotThere` for a language that the definition does not have
 */
export async function printCodebook(
  { terminal }: Surroundings,
  file: string,
  options: PrintCodebookOptions,
): Promise<ExitCode> {
  const questionnaire = await compiledFile(file, terminal)
  if (!questionnaire) return 1
  const language = languageIn(questionnaire, options.language)
  const book = codebook(questionnaire)
  const described = book.variables.map((variable) => ({
    variable,
    details: variableDetails(variable, book, questionnaire),
  }))
  if (options.json) {
    const variables = described.map(({ variable, details }) => ({ ...variable, ...details }))
    terminal.print(JSON.stringify({ ...book, languages: questionnaire.languages, variables }, null, 2))
    return 0
  }
  const reading = { language, source: questionnaire.language }
  for (const { variable, details } of described) terminal.print(variableLines(variable, details, reading).join('\n'))
  terminal.print(say('variableCount', { count: described.length }))
  return 0
}

interface Reading {
  readonly language: LanguageCode
  readonly source: LanguageCode
}

function variableLines(variable: Variable, details: VariableDetails, reading: Reading): readonly string[] {
  const { name, measurement, label, prompt, universe, scales = [], sensitive, consent } = variable
  const { format: type, unit, limits } = details
  const { language, source } = reading
  const read = (text: LocalizedText): string => localize(text, language, source)
  const limited = Object.entries(limits).map(([limit, value]) => `${limit} ${value}`)
  const line = { name, type, measurement, unit: unit ?? 'none', sensitive: sensitive ? 'yes' : 'no' }
  return [
    say('variable', line),
    ...(prompt ? [say('variableText', { text: read(prompt) })] : []),
    say('variableText', { text: read(label) }),
    // Its words are ours, in Dutch and English.
    ...(universe ? [say('variableUniverse', { language, text: localize(universe, language, 'en') })] : []),
    ...(consent ? [say('variableConsent', { consent })] : []),
    ...(scales.length > 0 ? [say('variableScales', { names: scales.join(', ') })] : []),
    ...(limited.length > 0 ? [say('variableLimits', { limits: limited.join(', ') })] : []),
    ...codeLines(variable, details, read),
  ]
}

/** Every code that can stand in the column, those of kinds of empty that no option stands for last. */
function codeLines(
  { type, categories }: Variable,
  { empties, exclusive }: VariableDetails,
  read: (text: LocalizedText) => string,
): readonly string[] {
  const line = (code: number, text: string, empty = 'none', alone = false): string =>
    say('variableCode', { code: String(code).padStart(6), text, empty, alone: alone ? 'yes' : 'no' })
  const without = Object.entries(empties).filter(([kind]) => !categories.some(({ empty }) => empty === kind))
  return [
    ...(type === 'duration' ? [line(1, say('durationOver')), line(2, say('durationGoesOn'))] : []),
    ...categories.map(({ code, label, empty }) => line(code, read(label), empty, exclusive.includes(code))),
    ...without.map(([kind, code]) => line(code, `(${kind})`)),
  ]
}

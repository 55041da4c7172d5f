import { localize, type LanguageCode, type LocalizedText, type Variable } from '@klankbord/model'
import { codebook } from '@klankbord/questionnaire'
import { compiledFile } from './compiled-file.ts'
import type { ExitCode } from './exit-code.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/** Prints every variable of a definition with its codes. */
export async function printCodebook(
  { terminal }: Surroundings,
  file: string,
  { language }: { readonly language?: string },
): Promise<ExitCode> {
  const questionnaire = await compiledFile(file, terminal)
  if (!questionnaire) return 1
  const { variables } = codebook(questionnaire)
  const read = reader(language ?? questionnaire.language, questionnaire.language)
  for (const variable of variables) terminal.print(variableLines(variable, read).join('\n'))
  terminal.print(say('variableCount', { count: variables.length }))
  return 0
}

type Read = (text: LocalizedText) => string

const reader =
  (wanted: LanguageCode, source: LanguageCode): Read =>
  (text) =>
    localize(text, wanted, source)

function variableLines(variable: Variable, read: Read): readonly string[] {
  const { name, type, measurement, label, prompt, universe, scales = [], categories, sensitive } = variable
  return [
    say('variable', { name, type, measurement, sensitive: sensitive ? 'yes' : 'no' }),
    ...(prompt ? [say('variableText', { text: read(prompt) })] : []),
    say('variableText', { text: read(label) }),
    ...(universe ? [say('variableUniverse', { text: read(universe) })] : []),
    ...(scales.length > 0 ? [say('variableScales', { names: scales.join(', ') })] : []),
    ...categories.map(({ code, label: words, empty }) =>
      say('variableCode', { code: String(code).padStart(6), text: read(words), empty: empty ?? 'none' }),
    ),
  ]
}

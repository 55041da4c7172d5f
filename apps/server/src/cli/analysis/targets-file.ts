import { localize, problem, variableOf, type Category, type Codebook, type LanguageCode } from '@klankbord/model'
import { readMarginsCsv } from '@klankbord/exchange'
import type { PopulationTargets, TargetMargin } from '../../analysis/weighting.ts'
import { categoryNamed } from '../../waves/wanted-quotas.ts'
import { readTextFile } from '../read-text-file.ts'

/**
 * What a file says of the population, its answers named by code, value or words.
 *
 * @throws Problem `fileNotReadable`, `fileNotUtf8`, `fileEmpty`, `marginsFileRefused`, `unknownVariable`, `answerNotThere`,
 *   `targetTwice`, with the line
 */
export async function targetsFile(
  file: string,
  codebook: Codebook,
  { trim, language }: { readonly trim: PopulationTargets['trim']; readonly language: LanguageCode },
): Promise<PopulationTargets> {
  const named = ({ code, label }: Category): string => `${code} ${localize(label, language, language)}`
  const categories = new Map<string, TargetMargin['categories'][number][]>()
  for (const { line, variable, category, amount } of await readMarginsCsv(await readTextFile(file))) {
    const known = variableOf(codebook, variable).categories.filter(({ empty }) => empty === undefined)
    const found = categoryNamed(known, category)
    if (found === undefined) throw problem('answerNotThere', { variable, answer: category, known: known.map(named) })
    const before = categories.get(variable) ?? []
    if (before.some(({ code }) => code === found.code)) throw problem('targetTwice', { variable, category, line })
    categories.set(variable, [...before, { code: found.code, ...amount }])
  }
  const margins = [...categories].map(([variable, of]) => ({ variable, categories: of }))
  return { margins, trim }
}

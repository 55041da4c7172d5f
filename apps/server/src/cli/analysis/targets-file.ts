import { problem, variableOf, type Codebook } from '@klankbord/model'
import { readMarginsCsv } from '@klankbord/exchange'
import type { PopulationTargets, TargetMargin } from '../../analysis/weighting.ts'
import { categoryNamed } from '../../waves/wanted-quotas.ts'
import { readTextFile } from '../read-text-file.ts'

/**
 * What a file says of the population, its answers named by code, value or words.
 *
 * @throws Problem `fileNotReadable`, `fileNotUtf8`, `fileEmpty`, `marginsFileRefused`, `unknownVariable`, `answerNotThere`
 */
export async function targetsFile(
  file: string,
  codebook: Codebook,
  trim: PopulationTargets['trim'],
): Promise<PopulationTargets> {
  const categories = new Map<string, TargetMargin['categories'][number][]>()
  for (const { variable, category, amount } of await readMarginsCsv(await readTextFile(file))) {
    const known = variableOf(codebook, variable).categories.filter(({ empty }) => empty === undefined)
    const found = categoryNamed(known, category)
    if (found === undefined)
      throw problem('answerNotThere', { variable, answer: category, known: known.map(({ value }) => String(value)) })
    categories.set(variable, [...(categories.get(variable) ?? []), { code: found.code, ...amount }])
  }
  const margins = [...categories].map(([variable, of]) => ({ variable, categories: of }))
  return { margins, trim }
}

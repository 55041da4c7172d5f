import type { RecomputedFigure } from '@klankbord/reporting'
import { recomputePublication } from '../publication/recompute-publication.ts'
import type { ExitCode } from './exit-code.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

/** Makes every figure of a publication again from the stored records, and prints of each whether it came out the same. */
export async function recomputeFigures(
  place: Surroundings,
  id: string,
  { data, json = false }: { readonly data: string; readonly json?: boolean },
): Promise<ExitCode> {
  return inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const figures = await recomputePublication(context, id)
    if (json) place.terminal.print(JSON.stringify({ publication: id, figures }, null, 2))
    else for (const line of linesOf(figures)) place.terminal.print(line)
    return codeOf(figures)
  })
}

function linesOf(figures: readonly RecomputedFigure[]): readonly string[] {
  const counted = (outcome: RecomputedFigure['outcome']): number =>
    figures.filter((figure) => figure.outcome === outcome).length
  return [
    ...figures.map(({ figure, outcome, why }) =>
      why === null
        ? say(`figure.${outcome}`, { figure })
        : say('figure.inputGone', { figure, why: say(`inputGone.${why}`) }),
    ),
    say('figuresRecomputed', {
      same: counted('same'),
      gone: counted('inputGone'),
      different: counted('different'),
    }),
  ]
}

/** What came out different is a fault; input that is gone is none, but nobody can vouch for that figure any more. */
function codeOf(figures: readonly RecomputedFigure[]): ExitCode {
  if (figures.some(({ outcome }) => outcome === 'different')) return 1
  return figures.some(({ outcome }) => outcome === 'inputGone') ? 2 : 0
}

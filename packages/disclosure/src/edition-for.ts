import {
  numberFigure,
  problem,
  type Audience,
  type Publication,
  type PublishedAudience,
  type PublishedChanges,
  type Split,
} from '@klankbord/model'
import { sealPublication } from './seal-publication.ts'

/**
 * The edition of a publication for one audience: some of its figures, exactly as everybody can read them, with what authors say
 * to this audience. It is a publication of its own, sealed, that names the one it is taken from. What is told of all figures
 * together (the record of disclosure, methods, recipe) stays that of the whole.
 *
 * @throws Problem `unknownPublication` when the publication has no such audience
 */
export function editionFor(publication: Publication, audience: Audience): Publication {
  const { hash, audiences = [], ...whole } = publication
  const wanted = audiences.find((one) => one.audience === audience)
  if (wanted === undefined) throw problem('unknownPublication', { publication: `${publication.id}?for=${audience}` })
  const chosen = chosenBy(wanted)
  const numbers = whole.numbers?.filter(chosen.figure) ?? []
  return sealPublication({
    ...sameForAll(whole),
    headline: whole.headline !== null && chosen.question(whole.headline) ? whole.headline : null,
    breakdowns: whole.breakdowns.filter(chosen.split),
    tables: whole.tables.filter(chosen.figure),
    ...(numbers.length > 0 && { numbers }),
    ...saidTo(wanted, whole, chosen),
    ...besideFigures(whole, chosen),
    selection: { audience, of: hash },
  })
}

type Selected = 'numbers' | 'texts' | 'advice' | 'trend' | 'changes' | 'recipes'

/** What is told to every audience; the rest is given as far as it was chosen. */
function sameForAll<P extends Pick<Publication, Selected>>({
  numbers: _numbers,
  texts: _texts,
  advice: _advice,
  trend: _trend,
  changes: _changes,
  recipes: _recipes,
  ...rest
}: P): Omit<P, Selected> {
  return rest
}

interface Chosen {
  readonly question: (name: string) => boolean
  readonly split: (by: Pick<Split, 'name' | 'crossed'>) => boolean
  readonly figure: (one: {
    readonly subject: { readonly name: string }
    readonly by: Pick<Split, 'name' | 'crossed'> | null
  }) => boolean
}

/** What is crossed is chosen with both that it is crossed of. */
function chosenBy({ questions, breakdowns }: PublishedAudience): Chosen {
  const question = (name: string): boolean => questions === undefined || questions.includes(name)
  const split = ({ name, crossed }: Pick<Split, 'name' | 'crossed'>): boolean =>
    breakdowns === undefined || (crossed ?? [name]).every((one) => breakdowns.includes(one))
  return { question, split, figure: ({ subject, by }) => question(subject.name) && (by === null || split(by)) }
}

/** Heading and introduction are this audience's own where it has them; the rest is said to everybody, of what is shown here. */
function saidTo(
  { headline, introduction }: PublishedAudience,
  { texts, advice, tables }: Pick<Publication, 'texts' | 'advice' | 'tables'>,
  chosen: Chosen,
): Pick<Publication, 'texts' | 'advice'> {
  const shown = tables.filter(chosen.figure)
  const [themes, ids] = [new Set(shown.map(({ subject }) => subject.theme)), new Set(shown.map(({ id }) => id))]
  const { comments, ...others } = texts ?? {}
  const own = { ...(headline && { headline }), ...(introduction && { introduction }) }
  const kept = comments?.filter(({ theme }) => themes.has(theme)) ?? []
  const said = { ...others, ...(kept.length > 0 && { comments: kept }), ...own }
  return {
    ...(Object.keys(said).length > 0 && { texts: said }),
    ...(advice && { advice: advice.map((one) => ({ ...one, tables: one.tables.filter((id) => ids.has(id)) })) }),
  }
}

/** How figures went, what changed and how each was made: of what is shown here. Who is missing is to be known beside any figure. */
function besideFigures(
  { trend, changes, recipes = [], tables, numbers = [] }: Omit<Publication, 'hash'>,
  chosen: Chosen,
): Pick<Publication, 'trend' | 'changes' | 'recipes'> {
  const figures = [
    ...tables.map((one) => ({ ...one, recipe: one.id })),
    ...numbers.map((one) => ({ ...one, recipe: numberFigure(one.id) })),
  ]
  const ids = new Set(figures.filter(chosen.figure).map(({ recipe }) => recipe))
  const here = {
    questions: trend?.questions.filter(({ question }) => chosen.question(question)) ?? [],
    recipes: recipes.filter(({ figure }) => ids.has(figure)),
  }
  return {
    ...(trend && here.questions.length > 0 && { trend: { ...trend, questions: here.questions } }),
    ...(changes && { changes: { ...changes, changes: changesHere(changes, chosen) } }),
    ...(here.recipes.length > 0 && { recipes: here.recipes }),
  }
}

function changesHere({ changes }: PublishedChanges, chosen: Chosen): PublishedChanges['changes'] {
  return changes.filter((change) => {
    if ('question' in change) return chosen.question(change.question)
    return !('variable' in change) || chosen.split({ name: change.variable })
  })
}

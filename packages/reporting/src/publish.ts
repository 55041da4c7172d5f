import type { Publication, PublishedQuote, Recipe } from '@klankbord/model'
import { protect, releaseQuotes, sealPublication, type Protected } from '@klankbord/disclosure'
  return sealPublication(
    withTexts(accountable(contentOf(input, selected, { ...outcome, quotes }), input, selected), input),
  )
}

/** The quotes that may stand beside the figures. */
export function quotesOf({ quotes = [], questionnaire, dataset, policy }: PublishInput): readonly PublishedQuote[] {
  const questions = questionnaire.questions.map(({ name }) => name)
  return releaseQuotes(quotes, questions, dataset.rows, policy)
}

/** All that a publication says, from what may be shown. */
export function contentOf(
  input: PublishInput,
  selected: SelectedVariables,
  outcome: Protected & { readonly quotes: readonly PublishedQuote[] },
): Omit<Publication, 'hash'> {
  const { id, edition, publishedOn, study, wave, questionnaire, dataset, frame, plan } = input
  return {
    format: 'klankbord-publication/1',
    id,
    study,
    wave,
    edition,
    publishedOn,
    language: questionnaire.language,
    languages: questionnaire.languages,
    account: { answered: dataset.rows, frame },
    headline: plan.headline ?? null,
    breakdowns: selected.breakdowns.map(({ variable }) => subjectOf(variable)),
    tables: outcome.tables,
    ...(outcome.quotes.length > 0 && { quotes: outcome.quotes }),
    disclosure: outcome.record,
    recipe: recipeOf(input, outcome),
  }
}

function recipeOf(
  { questionnaire, version, dataset, frame, plan, modes, digest }: PublishInput,
  { comparisons }: Protected,
): Recipe {
  return {
    questionnaire: questionnaire.hash,
    version,
    interval: frame ? 'wilsonFinitePopulation' : 'wilson',
    level: LEVEL,
    weights: 'none',
    comparisons,
    input: { rows: dataset.rows, digest },
    asked: askedOf(questionnaire, plan.questions),
    modes,
  }
}

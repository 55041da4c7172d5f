import type { DisclosurePolicy, PublishedQuote } from '@klankbord/model'

/**
 * The quotes that may be published beside the answers of so many people: none where they are fewer than a group may have.
 * Each stands once, without background, question by question; within a question they stand by what they say, so that no
 * order tells who came first or which two are of one person.
 *
 * @param questions names in the order of the questionnaire
 */
export function releaseQuotes(
  quotes: readonly PublishedQuote[],
  questions: readonly string[],
  answered: number,
  { leastGroup }: DisclosurePolicy,
): readonly PublishedQuote[] {
  if (answered < leastGroup) return []
  const once = new Map(quotes.map((quote) => [`${quote.question} ${quote.text}`, quote]))
  // The words beside "other" of q1 are an answer to q1__other.
  const place = ({ question }: PublishedQuote): number => questions.indexOf(question.split('__', 1)[0] ?? question)
  return [...once.values()].toSorted((a, b) => place(a) - place(b) || (a.text < b.text ? -1 : 1))
}

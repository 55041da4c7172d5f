import { contentHash, hasOptions, type LocalizedText, type Option, type Question } from '@klankbord/model'

/**
 * Hash of how a question is asked and answered: what stands above it, its sentence, what explains it, each answer with
 * its code, and its rows, items or the questions in its panels, in the source language. Two questions with one hash were asked in the same words; a translation is
 * held to its own source. Capitals, white space, the shape of quotation marks and a full stop at the end do not count,
 * since nobody reads another question in them; every other letter does.
 *
 * @param language the source language of the questionnaire
 * @returns 64 hexadecimal digits
 */
export function wordingHash(question: Question, language: string): string {
  const words = (text: LocalizedText | undefined): string => normalised(text?.[language] ?? '')
  const { type, prompt, title, description } = question
  return contentHash({
    type,
    prompt: words(prompt),
    title: words(title),
    description: words(description),
    answers: answersOf(question).map(({ code, text }) => [code, words(text)]),
    rows: question.type === 'matrix' ? question.rows.map(({ text }) => words(text)) : [],
    parts: partsOf(question).map((part) => wordingHash(part, language)),
  })
}

/**
 * Hash of what can be answered, not of its words: codes and which of them are kinds of empty, how many may be chosen,
 * between which limits a number or a date lies.
 */
export function scaleHash(question: Question): string {
  return contentHash({
    answers: answersOf(question).map(({ code, tone, empty }) => [code, tone, empty]),
    limits: LIMITS.flatMap((limit) => (limit in question ? [[limit, Reflect.get(question, limit)]] : [])),
    parts: partsOf(question).map(scaleHash),
  })
}

const LIMITS = ['min', 'max', 'step', 'minSelected', 'maxSelected', 'minPanels', 'maxPanels'] as const

/** The questions that a question is made of. */
function partsOf(question: Question): readonly Question[] {
  if (question.type === 'multipletext') return question.items
  return question.type === 'paneldynamic' ? question.questions : []
}

function answersOf(question: Question): readonly Option[] {
  if (question.type === 'matrix') return question.columns
  return hasOptions(question) || question.type === 'ranking' ? question.options : []
}

function normalised(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[‘’‚‛]/g, "'")
    .replaceAll(/[“”„‟«»]/g, '"')
  return plain.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '').toLowerCase()
}

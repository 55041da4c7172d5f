// @vitest-environment jsdom
import type { Question, Questionnaire } from '@klankbord/model'
import { PAGE_LANGUAGES, renderIntroduction, renderReady } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { CONTEXT, QUESTIONNAIRE } from './fixture.ts'
import { parsed, wordsOf } from './parsed.ts'

const unstoring = (...names: readonly string[]): Questionnaire => ({
  ...QUESTIONNAIRE,
  questions: QUESTIONNAIRE.questions.map((question): Question =>
    names.includes(question.name) ? { ...question, outcomeOnly: true } : question,
  ),
})

const READY = { draft: 'd-1', withdrawalCode: 'K7P4-HM9R-TXYZ', answered: 1, skipped: 0, answers: { quick: 2 } }

const introduction = (questionnaire: Questionnaire, language = 'nl'): string =>
  wordsOf(parsed(renderIntroduction(questionnaire, { ...CONTEXT, language })).body)

/** What stands below a question on the page before sending. */
function readBack(questionnaire: Questionnaire, name: string): string {
  const page = parsed(renderReady(questionnaire, CONTEXT, READY))
  return wordsOf(page.getElementById(`given-${name}`)?.parentElement ?? null)
}

describe('somebody of whom an answer is not stored', () => {
  it('is told before beginning', () => {
    expect(introduction(unstoring('quick'))).toContain('We bewaren alleen wat eruit volgt: ja of nee.')
    expect(introduction(QUESTIONNAIRE)).not.toContain('wat eruit volgt')
  })

  it.each(PAGE_LANGUAGES)('is told in %s too', (language) => {
    expect(introduction(unstoring('quick'), language).length).toBeGreaterThan(
      introduction(QUESTIONNAIRE, language).length + 80,
    )
  })

  it('reads it back before sending, with what becomes of it, and can still change it', () => {
    const line = readBack(unstoring('quick'), 'quick')
    expect(line).toContain('Mee eens')
    expect(line).toContain('Als u verstuurt, wissen we dit antwoord.')
    expect(line).toContain('Aanpassen')
    expect(readBack(QUESTIONNAIRE, 'quick')).not.toContain('wissen')
  })

  it('does not read that own words are kept where none are', () => {
    const words = QUESTIONNAIRE.questions.flatMap(({ name, type, ...rest }) =>
      type === 'comment' || type === 'text' || 'other' in rest ? [name] : [],
    )
    expect(introduction(QUESTIONNAIRE)).toContain('Noem daarom geen namen.')
    expect(introduction(unstoring(...words))).not.toContain('Noem daarom geen namen.')
  })
})

// @vitest-environment jsdom
import type { Answers } from '@klankbord/model'
import { PAGE_LANGUAGES, renderReady } from '@klankbord/pages'
import { compile, maskAnswers } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { CONTEXT } from './fixture.ts'
import { parsed, wordsOf } from './parsed.ts'

const elements = [{ type: 'comment', name: 'story', title: 'Wat wilt u vertellen?' }]
const { questionnaire } = compile({ title: 'Hulp', locale: 'nl', pages: [{ name: 'one', elements }] })
if (questionnaire === null) throw new Error('does not compile')

const readyPage = (answers: Answers, language = 'nl'): string => {
  const state = { draft: 'd-1', withdrawalCode: 'K7P4-HM9R-TXYZ', answered: 1, skipped: 0, answers }
  return wordsOf(parsed(renderReady(questionnaire, { ...CONTEXT, language }, state)).body)
}

describe('somebody who wrote a citizen service number', () => {
  const masked = maskAnswers(questionnaire, { story: 'Mijn bsn is 999910000.' })

  it('reads before sending what will be kept, and that a number is not', () => {
    const page = readyPage(masked)
    expect(page).toContain('Mijn bsn is [BSN].')
    expect(page).toContain('In uw antwoord staat op die plek nu [BSN].')
    expect(page).not.toContain('999910000')
  })

  it.each(PAGE_LANGUAGES)('is told so in %s', (language) => {
    const plain = readyPage({ story: 'Mijn bsn is XBSNX.' }, language)
    expect(plain).not.toContain('[BSN]')
    expect(readyPage(masked, language).split('[BSN]')).toHaveLength(3)
  })
})

import { describe, expect, it } from 'vitest'
import { publicationCsv, renderReportPage } from '@klankbord/report-page'
import { sampleNumbers } from '@klankbord/testing/sample-numbers'
import { samplePublication } from '@klankbord/testing/sample-publication'

const publication = samplePublication({ numbers: sampleNumbers() })
const options = { links: { json: 'r.json', csv: 'r.csv', languages: {} } }

describe('the numbers of a publication', () => {
  it.each([
    [
      'nl',
      [
        'Cijfers, schalen en tijden',
        '7,3',
        '7,0 tot 7,6',
        'duidelijk lager',
        'Wij laten dit cijfer niet zien.',
        '24 antwoorden',
        'weinig antwoorden',
      ],
    ],
    ['en', ['Grades, scales and times', '7.3', '7.0 to 7.6', 'clearly lower', '24 answers', 'few answers']],
  ])('stand on the page as figures with their reasons and bases (%s)', (language, words) => {
    const page = renderReportPage(publication, { ...options, language })
    for (const word of words) expect(page).toContain(word)
  })

  it('are no part of a page without them', () => {
    expect(renderReportPage(samplePublication(), { ...options, language: 'nl' })).not.toContain('id="numbers"')
  })

  it('stand in the open table with their base, a hidden group with its reason only', () => {
    const lines = publicationCsv(publication, 'nl').split('\r\n')
    expect(lines.find((line) => line.startsWith('grade,') && line.includes(',number,'))).toMatch(
      /7\.26,,,results,+counted$/,
    )
    expect(lines.find((line) => line.includes('Oost') && line.includes(',number,'))).toMatch(
      /hidden:tooFew,+results,+counted$/,
    )
    expect(lines.find((line) => line.startsWith('waiting,'))).toMatch(/,40,,results,+counted$/)
    expect(lines.filter((line) => line.includes(',5_or_lower,'))).toHaveLength(2)
  })
})

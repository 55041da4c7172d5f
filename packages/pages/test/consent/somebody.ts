import type { LanguageCode, Questionnaire } from '@klankbord/model'
import {
  decide,
  firstMove,
  laterPage,
  parseForm,
  renderIntroduction,
  wordCards,
  type PageContext,
} from '@klankbord/pages'
import { compile } from '@klankbord/questionnaire'
import { CONTEXT } from '../fixture.ts'
import { parsed, sentBy } from '../parsed.ts'

const TODAY = { today: '2027-03-01' }
const ID = '4f0c1f8e-6f1b-4f3e-9a52-0d5a1c2b3e4f'

const text = (nl: string, ar: string): object => ({ nl, ar })

/** Two consents that anybody is asked, one for interviewers only, and two questions. */
export function askingConsents(more: object = {}): Questionnaire {
  const { questionnaire, findings } = compile({
    locale: 'nl',
    title: text('Wat vindt u van uw hulp?', 'ما رأيكم في المساعدة؟'),
    pages: [
      {
        name: 'consents',
        elements: [
          {
            type: 'boolean',
            name: 'takes_part',
            consent: 'participation',
            title: text('Ja, ik doe mee.', 'نعم، أشارك.'),
          },
          {
            type: 'boolean',
            name: 'quotable',
            consent: 'quote',
            title: text('Mijn eigen woorden mogen in het verslag.', 'يجوز نشر كلماتي في التقرير.'),
            description: text('Dit hoeft niet.', 'هذا ليس إلزامياً.'),
          },
          {
            type: 'boolean',
            name: 'recorded',
            consent: 'recording',
            title: text('Het gesprek mag worden opgenomen.', 'يجوز تسجيل الحديث.'),
          },
        ],
      },
      {
        name: 'help',
        elements: [
          { type: 'comment', name: 'story', title: text('Wat wilt u vertellen?', 'ماذا تريدون أن تقولوا؟') },
          { type: 'rating', name: 'grade', title: text('Welk cijfer geeft u?', 'ما تقييمكم؟') },
        ],
      },
    ],
    ...more,
  })
  if (questionnaire === null) throw new Error(JSON.stringify(findings))
  return questionnaire
}

type Kept = Parameters<typeof decide>[1]

/** Somebody who fills in: the page before them, and what is kept of them. */
export interface Somebody {
  readonly page: Document
  readonly status: number
  readonly kept: Kept
}

/** Somebody who comes to the introduction. */
export function arriving(questionnaire: Questionnaire, context: Partial<PageContext> = {}): Somebody {
  return { page: parsed(renderIntroduction(questionnaire, { ...CONTEXT, ...context })), status: 200, kept: null }
}

/** Ticks, chooses or types in a field of the page before them. */
export function fill({ page }: Somebody, name: string, value: string | boolean): void {
  const fields = [...page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)]
  for (const field of fields)
    if (field instanceof HTMLTextAreaElement) field.value = String(value)
    else if (typeof value === 'boolean') field.toggleAttribute('checked', value)
    else field.toggleAttribute('checked', field.value === value)
}

/** Presses a button, as a host without a network would answer it. */
export function press(who: Somebody, go: string, questionnaire: Questionnaire): Somebody {
  const request = parseForm(questionnaire, sentBy(who.page, go))
  if (request.findings.length > 0) throw new Error(JSON.stringify(request.findings))
  const page: PageContext = { ...CONTEXT, language: (request.language ?? 'nl') as LanguageCode, clock: TODAY }
  const fresh = { id: ID, withdrawalCode: 'K7P4-HM9R-TXYZ' }
  const visit = { questionnaire, page, request, today: TODAY, fresh }
  const wanted = decide(visit, who.kept)
  const move = wanted.does === 'begin' ? firstMove(visit) : wanted
  if (move.does === 'pause') {
    const paused = { ...visit, request: { ...request, screenId: move.screenId } }
    const later = { cards: wordCards(['cat', 'bread', 'sun'], page.language), until: '2027-04-01' }
    const { html, status } = laterPage(paused, move.underWay, later)
    return { page: parsed(html), status, kept: move.underWay }
  }
  if (move.does !== 'show' && move.does !== 'keep') throw new Error(`it does ${move.does}`)
  return {
    page: parsed(move.page.html),
    status: move.page.status,
    kept: move.does === 'keep' ? move.underWay : who.kept,
  }
}

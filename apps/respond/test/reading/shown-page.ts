import { renderIntroduction, renderScreen, type Look, type PageContext } from '@klankbord/pages'
import { compile } from '@klankbord/questionnaire'

const AGREEMENT = [
  { value: 1, text: { default: 'Mee eens', ar: 'أوافق' } },
  { value: 2, text: { default: 'Niet mee eens', ar: 'لا أوافق' } },
]

/** Questions of which some were recorded. */
const compiled = compile({
  locale: 'nl',
  title: { default: 'Wat vindt u van uw hulp?', ar: 'ما رأيكم؟' },
  pages: [
    {
      name: 'page_one',
      elements: [
        {
          type: 'radiogroup',
          name: 'quick',
          prompt: { default: 'Bent u het eens met deze zin?', ar: 'هل توافقون على هذه الجملة؟' },
          title: { default: 'De hulp kwam snel genoeg.', ar: 'وصلتني المساعدة بسرعة.' },
          description: { default: 'Denk aan dit jaar. Niet aan vorig jaar.', ar: 'فكروا في هذا العام.' },
          choices: AGREEMENT,
        },
      ],
    },
    {
      name: 'page_two',
      elements: [
        {
          type: 'radiogroup',
          name: 'kind',
          title: 'Was de hulp goed?',
          audio: { default: '/recordings/kind.mp3' },
          choices: [
            { value: 1, text: 'Ja', audio: { default: '/recordings/kind-1.mp3' } },
            { value: 2, text: 'Nee' },
          ],
        },
      ],
    },
    {
      name: 'page_three',
      shortGroup: true,
      elements: [
        { type: 'html', name: 'before', html: '<p>Nu iets over u.</p>' },
        { type: 'comment', name: 'wish', title: 'Wat kan beter?' },
        { type: 'dropdown', name: 'town', title: 'Waar woont u?', choices: ['Noord', 'Zuid'] },
      ],
    },
    {
      name: 'page_four',
      elements: [{ type: 'html', name: 'break', html: '<p>U bent op de helft.</p><p>Rust even.</p>' }],
    },
  ],
})

if (compiled.questionnaire === null)
  throw new Error(JSON.stringify(compiled.findings.filter(({ severity }) => severity === 'block')))
const { questionnaire } = compiled

/** Shows a page in the document of the test, as the script does that shows pages without asking the server. */
export function showScreen(
  number: number,
  {
    language = 'nl',
    look = { on: [] },
    answers = {},
  }: {
    readonly language?: string
    readonly look?: Look
    readonly answers?: Readonly<Record<string, unknown>>
  } = {},
): Document {
  const screenId = questionnaire.screens[number]?.id ?? ''
  const state = { screenId, answers, draft: 'd-1', saved: 0 }
  return show(renderScreen(questionnaire, contextIn(language, look), state))
}

/** The same for the introduction. */
export function showIntroduction(): Document {
  return show(renderIntroduction(questionnaire, contextIn('nl', { on: [] })))
}

function contextIn(language: string, look: Look): PageContext {
  return {
    wave: 'hulp',
    action: '/v/hulp',
    language,
    languages: ['nl', 'ar'],
    owner: { name: 'Gemeente Voorbeeldstad' },
    sample: true,
    tryOut: false,
    mode: 'open',
    enhancement: '/assets/respond.js',
    studyTitle: { nl: 'Ervaringen met hulp' },
    keeps: { answers: 24, usual: false, contacts: null, leastGroup: 10 },
    look,
  }
}

function show(html: string): Document {
  const page = new DOMParser().parseFromString(html, 'text/html')
  document.replaceChild(document.importNode(page.documentElement, true), document.documentElement)
  return document
}

/** Presses the button with these words or this name. */
export function press(words: string, place = 0): void {
  const found = [...document.querySelectorAll('button')].filter(
    (one) => one.textContent?.trim() === words || one.getAttribute('aria-label') === words,
  )
  const one = found[place]
  if (one === undefined) throw new Error(`no such button: ${words}`)
  one.click()
}

/** What can be pressed to hear something, by its name. */
export function listenButtons(): readonly string[] {
  return [...document.querySelectorAll<HTMLButtonElement>('.listens button, .spoken > button')]
    .filter(({ hidden }) => !hidden)
    .map((one) => one.getAttribute('aria-label') ?? one.textContent?.trim() ?? '')
}

/** The words that are marked, and the words of the blocks that are. */
export function marked(): { readonly words: string; readonly blocks: readonly string[] } {
  const text = (one: Element): string => (one.textContent ?? '').replace(/\s+/g, ' ').trim()
  return {
    words: [...document.querySelectorAll('.word')].map(text).join(''),
    blocks: [...document.querySelectorAll('.now')].map(text),
  }
}

import { randomUUID } from 'node:crypto'
import { textHash } from '@klankbord/model'

/** What somebody wrote. */
export const STORY = 'Mijn buurvrouw Truus Zwaluw'
export const NUMBER = '999910000'
export const WITHDRAWAL_CODE = 'K7MD-29XW-PQ4A'
export const ACCESS_CODE = 'K7M-D93-XWP4'
export const DRAFT: string = randomUUID()
export const RESPONSE: string = randomUUID()
/** A key that is no name of a question, and one that could be. */
export const KEY = 'sleutel: Zwaluwnest!'
const NAME_LIKE = 'zwaluwachtige_sleutel'
const DEVICE = 'toestel-van-Zwaluw/7'
const CLIENT = '203.0.113.77'
const ASKED = 'vraag-zwaluw-in-adres'
export const FILE_NAME = 'bestand-van-zwaluw.csv'

/** Words that somebody comes back with, the names that a page carries for them, and what opens the answers. */
export const WORDS = ['eekhoorn', 'portemonnee', 'stropdas'] as const
const WORD_NAMES = 'squirrel.wallet.tie'
export const WORDS_KEY = 'Zwaluwsleutel-die-antwoorden-opent_012345678'.slice(0, 43)
const CARRIED = `${WORD_NAMES}.${WORDS_KEY}`

/** What no log, no report and no answer to a request may repeat. */
export const SECRETS: readonly string[] = [
  STORY,
  NUMBER,
  WITHDRAWAL_CODE,
  textHash(WITHDRAWAL_CODE),
  ACCESS_CODE,
  KEY,
  ...WORDS,
  WORD_NAMES,
  WORDS_KEY,
  DEVICE,
  CLIENT,
  ASKED,
]

/** What may be told to whoever sent it, as the place of a finding, and to nobody else. */
export const TOLD_BACK: readonly string[] = [NAME_LIKE, DRAFT, RESPONSE]

/** Goes along with every request. */
export const HEADERS: Readonly<Record<string, string>> = {
  'user-agent': DEVICE,
  'x-forwarded-for': CLIENT,
  referer: `https://elders.example/${ASKED}`,
  'x-story': encodeURIComponent(STORY),
}
export const QUERY = `?${ASKED}=${encodeURIComponent(STORY)}&code=${ACCESS_CODE}`

const ANSWERS = { story: `${STORY}, bsn ${NUMBER}` }
const SENT = { answers: ANSWERS, language: 'nl', withdrawalHash: textHash(WITHDRAWAL_CODE) }

/** Bodies that a route for JSON takes, and all the ways in which they can be wrong. */
export const JSON_BODIES: readonly string[] = [
  SENT,
  { ...SENT, code: ACCESS_CODE },
  { ...SENT, answers: { story: `${STORY} anders` } },
  { revision: 1, answers: ANSWERS, language: 'nl' },
  { revision: 2, answers: ANSWERS, language: 'nl', words: CARRIED },
  { revision: 3, answers: ANSWERS, language: 'nl', words: `${WORDS.join('.')}.${WORDS_KEY}` },
  { revision: 4, answers: ANSWERS, language: 'nl', words: [CARRIED] },
  { language: 'nl', screen: WORDS.join(' ') },
  { language: 'nl', words: CARRIED },
  { words: CARRIED },
  { revision: STORY, answers: ANSWERS, language: STORY, asked: [STORY] },
  { code: WITHDRAWAL_CODE },
  { code: [STORY], token: { [KEY]: STORY } },
  { ...SENT, [KEY]: STORY, [NAME_LIKE]: STORY },
  { ...SENT, answers: { [KEY]: STORY, [NAME_LIKE]: STORY, story: [STORY], t1: STORY } },
  { ...SENT, answers: STORY },
  { ...SENT, answers: { story: `${STORY}\u0000` } },
  { ...SENT, answers: { story: STORY.repeat(1000) } },
  { title: { nl: STORY }, instrument: STORY, organisation: { name: STORY } },
  { title: { nl: STORY }, text: `{"${STORY}": `, revision: 0, state: STORY },
  STORY,
  [STORY],
  null,
]
  .map((body) => JSON.stringify(body))
  .concat(`{"answers": {"story": "${STORY}`, `{"answers": ${STORY}}`, `{"${KEY}": "${STORY.repeat(20_000)}"}`)

/** Fields of forms, each as name and value. */
export const FORMS: readonly Readonly<Record<string, string>>[] = [
  { go: 'next', screen: 'story', draft: `new-${DRAFT}`, language: 'nl', story: `${STORY} ${NUMBER}` },
  { go: 'stop', screen: 'story', draft: DRAFT, language: 'nl', story: STORY },
  { go: 'resume', screen: 'story', draft: DRAFT, language: 'nl' },
  { go: 'submit', screen: '', draft: DRAFT, language: 'nl', code: WITHDRAWAL_CODE },
  { go: 'submit', screen: '', draft: DRAFT, language: 'nl', code: WITHDRAWAL_CODE },
  { go: 'start', language: 'nl', access: ACCESS_CODE, code: ACCESS_CODE },
  { go: 'submit', language: 'nl', word1: WORDS[0], word2: WORDS[1], word3: WORDS[2] },
  { go: 'submit', language: 'nl', word1: WORDS.join(' '), word2: STORY, word3: '', access: ACCESS_CODE },
  { go: 'stop', screen: 'story', draft: DRAFT, language: 'nl', story: STORY, words: CARRIED },
  { go: 'next', screen: 'story', draft: DRAFT, language: 'nl', words: `${CARRIED}.${STORY}` },
  { go: 'next', screen: STORY, draft: STORY, language: STORY, t1: STORY },
  { go: STORY, [KEY]: STORY, [NAME_LIKE]: STORY },
  { go: 'next', screen: 'story', draft: `new-${DRAFT}`, story: `${STORY}\u0000` },
  { go: 'next', screen: 'story', draft: `new-${DRAFT}`, story: STORY.repeat(5_000) },
  { go: 'erase', code: WITHDRAWAL_CODE },
  { go: 'erase', code: ACCESS_CODE, [KEY]: STORY },
]

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { wmoClientExperience } from '@klankbord/instruments'
import type { Json } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import { chromium } from 'playwright-core'
import { freePort } from '../chaos/free-port.ts'
import { handWrittenPage, scriptedPage, START_PAGE, type AskedQuestion } from './first-question/plain-pages.ts'
import { plainHost } from './first-question/plain-host.ts'
import { firstQuestion, type FirstQuestion } from './first-question/poor-phone.ts'
import { surveyFiles } from './first-question/survey-files.ts'

/*
 * How long somebody waits for the first question on a poor phone (a processor four times slower, 1.6 Mbit/s, 150 ms to the
 * server and back), from pressing the button to begin: on our page from the running server, on a page written by hand for
 * the same look of this one question, and on a page of survey-react-ui with the same questionnaire. They take turns.
 *
 * Ours is measured twice: as it is for who has read the introduction, when the script on top came in and draws the question
 * itself; and as it is for who was faster than the script, when the page comes from the server. Without JavaScript it
 * is the second, less the script.
 */

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9)
const MOST_TIMES_PLAIN = 1.2
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const executablePath = process.env['KLANKBORD_CHROMIUM'] ?? ''

/** The definition from its first question on: what is agreed to before stands on a page of its own with us. */
function withoutConsents(definition: Json): Json {
  if (Array.isArray(definition)) return definition.filter((part) => !isConsent(part)).map(withoutConsents)
  if (typeof definition !== 'object' || definition === null) return definition
  return Object.fromEntries(Object.entries(definition).map(([name, value]) => [name, withoutConsents(value ?? null)]))
}

function isConsent(part: Json): boolean {
  return typeof part === 'object' && part !== null && 'consent' in part
}

function askedFirst(): AskedQuestion {
  const { questionnaire } = compile(wmoClientExperience.definition)
  const name = questionnaire?.screens[0]?.questions[0]
  const question = questionnaire?.questions.find((one) => one.name === name)
  if (question === undefined || !('options' in question)) throw new Error('the first question has no options')
  const [title, lead] = [question.title['nl'] ?? '', question.prompt?.['nl'] ?? '']
  const options = question.options.map(({ text }) => text['nl'] ?? '')
  return { title, lead, options }
}

async function startServer(
  dataFolder: string,
): Promise<{ readonly address: string; readonly end: () => Promise<void> }> {
  const port = await freePort()
  const child = spawn(process.execPath, [CLI, 'serve', '--port', String(port), '--data', dataFolder])
  const address = await new Promise<string>((resolve, reject) => {
    let text = ''
    const listen = (chunk: Buffer): void => {
      text += chunk.toString()
      const link = /http:\/\/\S+\/v\/\S+/.exec(text)?.[0]
      if (link !== undefined && /\/studio\/sign-in#|klankbord user link/.test(text)) resolve(link)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}:\n${text}`)))
  })
  const end = async (): Promise<void> => {
    const gone = new Promise((resolve) => child.on('close', resolve))
    child.kill('SIGTERM')
    await gone
  }
  return { address, end }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

const dataFolder = mkdtempSync(join(tmpdir(), 'kb-'))
const survey = await surveyFiles(withoutConsents(wmoClientExperience.definition))
const host = await plainHost({
  '/': { type: 'text/html', text: START_PAGE },
  '/static': { type: 'text/html', text: handWrittenPage(askedFirst()) },
  '/survey': { type: 'text/html', text: scriptedPage('/survey.js', '/survey.css') },
  '/survey.js': { type: 'text/javascript', text: survey.script },
  '/survey.css': { type: 'text/css', text: survey.style },
})
const server = await startServer(dataFolder)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const ways = {
  drawn: () => firstQuestion(browser, server.address, 'button.primary'),
  sent: () => firstQuestion(browser, server.address, 'button.primary', 'late'),
  plain: () => firstQuestion(browser, host.origin, '#static'),
  survey: () => firstQuestion(browser, host.origin, '#survey'),
} as const
const seen: Record<keyof typeof ways, FirstQuestion[]> = { drawn: [], sent: [], plain: [], survey: [] }
try {
  for (let round = 0; round < ROUNDS; round += 1) {
    seen.drawn.push(await ways.drawn())
    seen.plain.push(await ways.plain())
    seen.sent.push(await ways.sent())
    seen.survey.push(await ways.survey())
  }
} finally {
  await browser.close()
  await server.end()
  await host.end()
  rmSync(dataFolder, { recursive: true, force: true })
}

const milliseconds = (way: keyof typeof ways): number => Math.round(median(seen[way].map((one) => one.milliseconds)))
const pageBytes = (way: keyof typeof ways): number => median(seen[way].map((one) => one.pageBytes))

function report(way: 'drawn' | 'sent', what: string): boolean {
  const [ours, plain] = [milliseconds(way), milliseconds('plain')]
  const figure = {
    figure: `first question visible on a poor phone (processor 4x slower, 1.6 Mbit/s, 150 ms), from pressing the button: ${what}`,
    value: ours,
    unit: 'ms, median',
    beside: {
      'page written by hand for the same look of this question': plain,
      'survey-react-ui 3.0.0': milliseconds('survey'),
      rounds: ROUNDS,
      'bytes on the wire': {
        ours: pageBytes(way),
        'page written by hand': host.packed('/static'),
        'survey-react-ui 3.0.0': host.packed('/survey') + host.packed('/survey.js') + host.packed('/survey.css'),
      },
    },
    ratio: Number((ours / plain).toFixed(2)),
    most: MOST_TIMES_PLAIN,
  }
  console.log(JSON.stringify(figure))
  return ours <= MOST_TIMES_PLAIN * plain
}

const good = [
  report('drawn', 'drawn by the script, which came in while the introduction was read'),
  report('sent', 'sent by the server, the script not there yet'),
]
process.exit(good.every(Boolean) ? 0 : 1)

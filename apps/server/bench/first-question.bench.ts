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
import { timeToQuestion } from './first-question/poor-phone.ts'
import { surveyFiles } from './first-question/survey-files.ts'

/*
 * How long somebody waits for the first question on a poor phone (a processor four times slower, 1.6 Mbit/s, 150 ms to the
 * server and back), from pressing the button to begin: on our page from the running server, on a page written by hand with
 * nothing but the same question, and on a page of survey-react-ui with the same questionnaire. They take turns.
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

function firstQuestion(): AskedQuestion {
  const { questionnaire } = compile(wmoClientExperience.definition)
  const name = questionnaire?.screens[0]?.questions[0]
  const question = questionnaire?.questions.find((one) => one.name === name)
  if (question === undefined || !('options' in question)) throw new Error('the first question has no options')
  return { title: question.title['nl'] ?? '', options: question.options.map(({ text }) => text['nl'] ?? '') }
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

const median = (values: readonly number[]): number =>
  Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0)

const dataFolder = mkdtempSync(join(tmpdir(), 'kb-'))
const survey = await surveyFiles(withoutConsents(wmoClientExperience.definition))
const host = await plainHost({
  '/': { type: 'text/html', text: START_PAGE },
  '/static': { type: 'text/html', text: handWrittenPage(firstQuestion()) },
  '/survey': { type: 'text/html', text: scriptedPage('/survey.js', '/survey.css') },
  '/survey.js': { type: 'text/javascript', text: survey.script },
  '/survey.css': { type: 'text/css', text: survey.style },
})
const server = await startServer(dataFolder)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const times: Record<'ours' | 'plain' | 'survey', number[]> = { ours: [], plain: [], survey: [] }
try {
  for (let round = 0; round < ROUNDS; round += 1) {
    times.ours.push(await timeToQuestion(browser, server.address, 'button.primary'))
    times.plain.push(await timeToQuestion(browser, host.origin, '#static'))
    times.survey.push(await timeToQuestion(browser, host.origin, '#survey'))
  }
} finally {
  await browser.close()
  await server.end()
  await host.end()
  rmSync(dataFolder, { recursive: true, force: true })
}

const [ours, plain, surveyed] = [median(times.ours), median(times.plain), median(times.survey)]
console.log(
  JSON.stringify({
    figure:
      'first question visible on a poor phone (processor 4x slower, 1.6 Mbit/s, 150 ms), from pressing the button',
    value: ours,
    unit: 'ms, median',
    beside: {
      'page written by hand': plain,
      'survey-react-ui 3.0.0': surveyed,
      rounds: ROUNDS,
      bytes: {
        'page written by hand': host.packed('/static'),
        'survey-react-ui 3.0.0': host.packed('/survey.js') + host.packed('/survey.css'),
      },
    },
    ratio: Number((ours / plain).toFixed(2)),
    most: MOST_TIMES_PLAIN,
  }),
)
process.exit(ours <= MOST_TIMES_PLAIN * plain ? 0 : 1)

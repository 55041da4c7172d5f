import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { RESPONDENT_EXPORTS, browserBundle } from './browser-bundle.ts'

const { brotli } = await browserBundle(RESPONDENT_EXPORTS)
// Its exports do not name the script that pages load, so it is found beside the one that programs load.
const script = join(dirname(createRequire(import.meta.url).resolve('survey-core')), 'survey.core.min.js')
const theirs = brotliCompressSync(readFileSync(script))
console.log(
  JSON.stringify({
    figure: 'what a browser loads to route and to check',
    value: brotli,
    unit: 'bytes brotli',
    beside: { 'survey.core.min.js': theirs.length },
    ratio: theirs.length / brotli,
  }),
)

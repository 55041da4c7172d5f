import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliCompressSync } from 'node:zlib'
import { RESPONDENT_EXPORTS, browserBundle } from './browser-bundle.ts'

const { brotli } = await browserBundle(RESPONDENT_EXPORTS)
const theirs = brotliCompressSync(
  readFileSync(createRequire(import.meta.url).resolve('survey-core/survey.core.min.js')),
)
console.log(
  JSON.stringify({
    figure: 'what a browser loads to route and to check',
    value: brotli,
    unit: 'bytes brotli',
    beside: { 'survey.core.min.js': theirs.length },
    ratio: theirs.length / brotli,
  }),
)

import { brotliCompressSync, gzipSync } from 'node:zlib'
import { wmoClientExperience } from '@klankbord/instruments'
import { renderScreen } from '@klankbord/pages'
import { compile } from '@klankbord/questionnaire'

/** What one initial TCP flight carries: ten segments of 1,460 bytes. */
const FIRST_FLIGHT = 14_600

const { questionnaire, findings } = compile(wmoClientExperience.definition)
if (!questionnaire) throw new Error(JSON.stringify(findings))
const html = renderScreen(
  questionnaire,
  {
    wave: 'voorbeeld',
    action: '/v/voorbeeld',
    language: 'nl',
    languages: questionnaire.languages,
    owner: { name: 'Cliëntenplatform Voorbeeldstad', helpPhone: '0800 – 000 00 00' },
    sample: true,
    tryOut: false,
    mode: 'open',
    studyTitle: { nl: 'Cliëntervaringsonderzoek' },
  },
  {
    screenId: questionnaire.screens[0]?.id ?? '',
    answers: {},
    draft: '00000000-0000-4000-8000-000000000000',
    saved: 0,
  },
)
const gzip = gzipSync(html).length
console.log(
  JSON.stringify({
    figure: 'first question of the Wmo questionnaire, complete page',
    value: gzip,
    unit: 'bytes, gzip',
    beside: {
      raw: Buffer.byteLength(html),
      brotli: brotliCompressSync(html).length,
      'one initial TCP flight': FIRST_FLIGHT,
    },
    ratio: gzip / FIRST_FLIGHT,
  }),
)

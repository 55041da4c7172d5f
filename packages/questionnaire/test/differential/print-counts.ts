import { registerProfile } from '@klankbord/questionnaire'
import { runDifferential } from './run-differential.ts'

// npx tsx --conditions=@klankbord/source packages/questionnaire/test/differential/print-counts.ts [runs] [seed]
// Prints what the differential test tries, and what it finds, as one JSON object. Run with TZ=UTC.
registerProfile()
const [runs = '240', seed = '1'] = process.argv.slice(2)
const outcome = runDifferential(Number(seed), Number(runs), { today: new Date().toISOString().slice(0, 10) })
process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`)

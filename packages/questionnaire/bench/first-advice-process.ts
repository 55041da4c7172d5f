import { coach, compile } from '@klankbord/questionnaire'
import type { FirstAdvice } from './first-advice.ts'
import { definition } from './sixty-texts.ts'
import { timeOf } from './time-of.ts'

// A process of its own, in which every call is the first. It sends its parent what two calls cost.
let result: ReturnType<typeof compile> | null = null
const compiling = timeOf(() => (result = compile(definition)))
const { questionnaire } = result ?? compile(definition)
if (questionnaire === null) throw new Error('sixty-texts does not compile')
let count = 0
const advising = timeOf(() => (count = coach(questionnaire).length))
process.send?.({ compiling, advising, count } satisfies FirstAdvice)

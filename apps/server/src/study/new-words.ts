import { z } from 'zod'
import type { NewWords } from './reworded-definition.ts'

const LANGUAGE = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'a language')
const TEXT = z.record(LANGUAGE, z.string().trim().min(1).max(1000))
const WORDS = z.strictObject({
  title: TEXT,
  prompt: TEXT.exactOptional(),
  description: TEXT.exactOptional(),
  answers: z.record(z.string().regex(/^-?\d{1,5}$/, 'the code of an answer'), TEXT).exactOptional(),
})

/** Words of a study by topic, as they come from outside; null takes ours back. */
export const NEW_WORDS: z.ZodType<NewWords> = z.record(z.string().regex(/^\w{1,20}$/, 'a topic'), WORDS.nullable())

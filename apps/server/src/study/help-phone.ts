import { z } from 'zod'

/** A number that people can call, as they read it. */
export const HELP_PHONE: z.ZodString = z.string().trim().min(3).max(40)

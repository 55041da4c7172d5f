import { problem } from '@klankbord/model'
import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'

const WINDOW_SECONDS = 60

/**
 * A generous limit per address, because a room full of people may share one. Addresses are kept in memory
 * only and forgotten with the minute.
 */
export function requestLimit(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_SECONDS * 1000,
    limit: perMinute,
    standardHeaders: false,
    legacyHeaders: false,
    validate: false,
    handler: () => {
      throw problem('tooManyRequests', { seconds: WINDOW_SECONDS })
    },
  })
}

import { problem } from '@klankbord/model'
import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import type { VisitorMarks } from '../access/visitor-marks.ts'

const WINDOW_SECONDS = 60

/**
 * A generous limit per address, because a room full of people may share one. Only marks of addresses are kept, in memory,
 * and forgotten with the minute; handlers that need the mark find it where this limit left it.
 */
export function requestLimit(perMinute: number, visitors: VisitorMarks): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_SECONDS * 1000,
    limit: perMinute,
    standardHeaders: false,
    legacyHeaders: false,
    validate: false,
    keyGenerator: ({ ip }, { locals }) => {
      const mark = visitors.markOf(ip ?? '')
      locals['visitor'] = mark
      return mark
    },
    handler: () => {
      throw problem('tooManyRequests', { seconds: WINDOW_SECONDS })
    },
  })
}

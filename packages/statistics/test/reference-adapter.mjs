/**
 * What ../shared/reference/stats/run.mjs asks for: per topic a function from a case to the figures that this package
 * gives, by its public functions only, after the build, in plain Node. It renames; it rounds nothing and chooses nothing.
 */
import comparisons from './reference/comparisons.mjs'
import designs from './reference/designs.mjs'
import distributions from './reference/distributions.mjs'
import intervals from './reference/intervals.mjs'
import { plain } from './reference/plain.mjs'
import scales from './reference/scales.mjs'
import summaries from './reference/summaries.mjs'
import trends from './reference/trends.mjs'
import weights from './reference/weights.mjs'

const topics = {
  ...summaries,
  ...intervals,
  ...designs,
  ...comparisons,
  ...distributions,
  ...weights,
  ...scales,
  ...trends,
}

export default Object.fromEntries(
  Object.entries(topics).map(([topic, figures]) => [topic, (input) => plain(figures(input))]),
)

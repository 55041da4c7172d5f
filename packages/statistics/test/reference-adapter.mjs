/**
 * What ../shared/reference/stats/run.mjs asks for: per topic a function from a case to the figures that this package
 * gives, by its public functions only, after the build, in plain Node. It renames; it rounds nothing and chooses nothing.
 */
import describe from './reference/describe.mjs'
import inference from './reference/inference.mjs'

export default { ...describe, ...inference }

import { notComputed } from '@klankbord/model'
import { holm } from '@klankbord/statistics'
import { plain } from './plain.mjs'

/** Intervals, comparisons and distributions. */
export default {
  p_adjust: ({ params }) => {
    const p = params.p.map((value) => value ?? notComputed('noAnswers'))
    return plain({ holm: holm(p) })
  },
}

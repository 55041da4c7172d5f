/** What weights cost, with the names of the reference. */
export function kishOf({ n, sum, designEffect, effectiveSize, variation }) {
  return { n, sum_w: sum, deff_kish: designEffect, n_eff: effectiveSize, cv_w: variation }
}

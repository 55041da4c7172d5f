/** Answers that come from a form of this page hold nothing but plain values, and belong to nobody else. */
export function plainCopy(value: unknown): unknown {
  return value
}

/** Sentences of problems are for developers and logs; here the code alone is enough. */
export const PROBLEM_REGISTRY: Readonly<Record<string, () => string>> = new Proxy(
  {},
  { get: (_target, code) => () => String(code) },
)

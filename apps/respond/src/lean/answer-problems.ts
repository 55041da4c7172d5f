/** Sentences about answers are for developers and logs; pages say what is wrong by the code. */
export const answerProblems: Readonly<Record<string, () => string>> = new Proxy(
  {},
  { get: (_target, code) => () => String(code) },
)

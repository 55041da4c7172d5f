import type { Json } from '@klankbord/model'

/** Answers that nobody could have given on a screen, or that look as if nobody could. */
export interface HostileInput {
  /** What is the matter, in a few words. */
  readonly input: string
  /** Elements of the definition; each gets a page of its own, so that conditions can look back. */
  readonly elements: readonly Json[]
  /** More of the definition. */
  readonly definition?: Readonly<Record<string, Json>>
  /** As JSON text, which can hold any key, or as a value that JSON cannot write and what to call it. */
  readonly answers: string | { readonly shown: string; readonly make: () => unknown }
  /** What `check` answers: "code path" of each finding; none when it accepts. */
  readonly ours: readonly string[]
}

/** The definition of a row of the table. */
export function definitionOf({ elements, definition = {} }: HostileInput): Readonly<Record<string, Json>> {
  return {
    title: 'Hulp',
    ...definition,
    pages: elements.map((element, place) => ({ name: `page${place + 1}`, elements: [element] })),
  }
}

/** The answers of a row, made anew at each call. */
export function answersOf({ answers }: HostileInput): unknown {
  return typeof answers === 'string' ? JSON.parse(answers) : answers.make()
}

/** The answers of a row as a person reads them. */
export function shownAnswers({ answers }: HostileInput): string {
  return typeof answers === 'string' ? answers : answers.shown
}

import type { EntryStep } from '@klankbord/model'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useStudio } from '../frame/studio-context.tsx'
import { fillIn, linesOf, type Filled, type TypedLines } from './typed-screen.ts'

/** Where answers are entered, and in which language the questions stand. */
export interface EntryPlace {
  readonly study: string
  readonly wave: string
  readonly language: string
  /** From a form: nothing is asked once more, and marks may be typed. */
  readonly paper: boolean
}

/** Everything of one person's answers under way. It is kept in this page and nowhere else. */
export interface EntryRun {
  readonly step: EntryStep | null
  /** Another number at each answer of the server, so that its first place can be gone to. */
  readonly turn: number
  readonly filled: Filled
  readonly lines: TypedLines
  readonly wrong: Readonly<Record<string, 'option' | 'oneOption' | 'number' | 'date' | 'month'>>
  readonly failure: unknown
  readonly busy: boolean
  type(variable: string, line: string): void
  begin(filled: Filled, at?: string): void
  next(): void
  back(): void
}

const NOTHING: Filled = { answers: {}, marks: {} }

/** Goes through the questions of a wave, as the server leads. */
export function useEntryRun({ study, wave, language, paper }: EntryPlace): EntryRun {
  const { api } = useStudio()
  const [filled, setFilled] = useState(NOTHING)
  const [lines, setLines] = useState<TypedLines>({})
  const [wrong, setWrong] = useState<EntryRun['wrong']>({})
  const [{ step, turn }, setShown] = useState<Pick<EntryRun, 'step' | 'turn'>>({ step: null, turn: 0 })
  const [asked, setAsked] = useState<readonly string[]>([])
  const ask = useMutation({
    mutationFn: (move: {
      readonly filled: Filled
      readonly from: string | null
      readonly go: 'next' | 'back' | 'to'
      readonly asked: readonly string[]
    }) =>
      api.entryStep(study, wave, {
        language,
        answers: move.filled.answers,
        from: move.from,
        go: move.go,
        askedAgain: paper ? null : move.asked,
      }),
    onSuccess: (came, move) => {
      setFilled(move.filled)
      setShown((before) => ({ step: came, turn: before.turn + 1 }))
      if (came.at !== 'screen') return
      setAsked([...move.asked, ...came.unanswered])
      setLines(linesOf(came.screen, move.filled))
    },
  })
  const leave = (go: 'next' | 'back'): void => {
    if (step === null || ask.isPending) return
    const screen = step.at === 'screen' ? step.screen : null
    const now = screen === null ? filled : fillIn(screen, lines, filled, paper)
    if ('wrong' in now) {
      setWrong(now.wrong)
      return
    }
    setWrong({})
    ask.mutate({ filled: now, from: screen?.id ?? null, go, asked })
  }
  return {
    step,
    turn,
    filled,
    lines,
    wrong,
    failure: ask.error,
    busy: ask.isPending,
    type: (variable, line) => setLines((before) => ({ ...before, [variable]: line })),
    begin: (given, at) => {
      setWrong({})
      ask.mutate({ filled: given, from: at ?? null, go: at === undefined ? 'next' : 'to', asked: [] })
    },
    next: () => leave('next'),
    back: () => leave('back'),
  }
}

import type { FigureReference } from '@klankbord/model'
import { useId, type ReactElement } from 'react'
import type { FoundNumber } from '../api/words-types.ts'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { isFigure } from './authored-form.ts'
import { fieldWords, figureWords } from './number-words.ts'

/** Every number in the texts, and for each what it is: a figure that is shown, or nothing about who took part. */
export function NumberChoices(props: {
  readonly numbers: readonly FoundNumber[]
  readonly decided: Readonly<Record<string, FigureReference | null>>
  readonly onDecide: (place: string, figure: FigureReference | null | undefined) => void
}): ReactElement {
  const { t } = useStudio()
  return (
    <ul className="plain numbers">
      {props.numbers.map((number) => (
        <li key={number.place} className={props.decided[number.place] === undefined ? 'open' : undefined}>
          <NumberChoice
            number={number}
            figure={props.decided[number.place]}
            onDecide={(figure) => props.onDecide(number.place, figure)}
          />
        </li>
      ))}
      {props.numbers.length === 0 && <li className="soft">{t('words.numbersNone')}</li>}
    </ul>
  )
}

const OPEN = 'open'
const NOBODY = 'nobody'
const KEPT = 'kept'

function NumberChoice(props: {
  readonly number: FoundNumber
  readonly figure: FigureReference | null | undefined
  readonly onDecide: (figure: FigureReference | null | undefined) => void
}): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const id = useId()
  const { number, figure, onDecide } = props
  const { candidates = [] } = number
  const at = candidates.findIndex((one) => isFigure(one.figure, figure))
  const value = figure === undefined ? OPEN : figure === null ? NOBODY : at < 0 ? KEPT : String(at)
  const choose = (chosen: string): void => {
    if (chosen === OPEN) return onDecide(undefined)
    if (chosen === NOBODY) return onDecide(null)
    if (chosen !== KEPT) onDecide(candidates[Number(chosen)]?.figure)
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        <span className="small soft">
          {fieldWords(number.field, t)} ({number.language})
        </span>
        <Sentence {...number} />
      </label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        <option value={OPEN}>{t('words.numberOpen')}</option>
        {value === KEPT && <option value={KEPT}>{t('words.numberKept')}</option>}
        {candidates.map((one, place) => (
          <option key={JSON.stringify(one.figure)} value={place}>
            {figureWords(one, text, t)}
          </option>
        ))}
        <option value={NOBODY}>{t('words.numberNobody')}</option>
      </select>
      {candidates.length === 0 && figure === undefined && <p className="small soft">{t('words.numberNoFigure')}</p>}
    </div>
  )
}

/** The sentence with the number in it marked. */
function Sentence({ sentence, words, language }: FoundNumber): ReactElement {
  const at = sentence.indexOf(words)
  if (at < 0) return <span lang={language}>{sentence}</span>
  return (
    <span lang={language} dir="auto">
      {sentence.slice(0, at)}
      <mark>{words}</mark>
      {sentence.slice(at + words.length)}
    </span>
  )
}

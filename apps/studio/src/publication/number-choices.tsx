import type { FigureReference } from '@klankbord/model'
import { useId, type ReactElement } from 'react'
import type { FoundNumber } from '../api/words-types.ts'
import { useStudio } from '../frame/studio-context.tsx'
import { isFigure } from './authored-form.ts'
import { FigureChoices } from './figure-choices.tsx'
import { fieldWords } from './number-words.ts'

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

function NumberChoice(props: {
  readonly number: FoundNumber
  readonly figure: FigureReference | null | undefined
  readonly onDecide: (figure: FigureReference | null | undefined) => void
}): ReactElement {
  const { t } = useStudio()
  const name = useId()
  const { number, figure, onDecide } = props
  const { candidates = [] } = number
  const kept = figure !== undefined && figure !== null && !candidates.some((one) => isFigure(one.figure, figure))
  return (
    <fieldset className="choice">
      <legend>
        <span className="small soft">
          {fieldWords(number.field, t)} ({number.language})
        </span>
        <Sentence {...number} />
      </legend>
      <Choice name={name} checked={figure === undefined} onChoose={() => onDecide(undefined)}>
        {t('words.numberOpen')}
      </Choice>
      <Choice name={name} checked={figure === null} onChoose={() => onDecide(null)}>
        {t('words.numberNobody')}
      </Choice>
      {kept && (
        <Choice name={name} checked onChoose={() => undefined}>
          {t('words.numberKept')}
        </Choice>
      )}
      <FigureChoices name={name} candidates={candidates} figure={figure} onChoose={onDecide} />
      {candidates.length === 0 && figure === undefined && <p className="small soft">{t('words.numberNoFigure')}</p>}
    </fieldset>
  )
}

function Choice(props: {
  readonly name: string
  readonly checked: boolean
  readonly onChoose: () => void
  readonly children: string
}): ReactElement {
  return (
    <label className="tick">
      <input type="radio" name={props.name} checked={props.checked} onChange={props.onChoose} />
      <span>{props.children}</span>
    </label>
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

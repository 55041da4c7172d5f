import type { FigureReference } from '@klankbord/model'
import { useId, useState, type ReactElement } from 'react'
import type { FigureToLink } from '../api/words-types.ts'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { isFigure } from './authored-form.ts'
import { findFigures, MOST_SHOWN } from './find-figures.ts'
import { figureWords } from './number-words.ts'

/** The figures that a number can be, to choose one of; a field to search in where they are many. The chosen one stays in sight. */
export function FigureChoices(props: {
  readonly name: string
  readonly candidates: readonly FigureToLink[]
  readonly figure: FigureReference | null | undefined
  readonly onChoose: (figure: FigureReference) => void
}): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const { name, candidates, figure, onChoose } = props
  const lines = candidates.map((one) => figureWords(one, text, t))
  const found = findFigures(lines, typed)
  const shown = found.slice(0, MOST_SHOWN)
  const chosen = candidates.findIndex((one) => isFigure(one.figure, figure))
  const many = candidates.length > MOST_SHOWN
  return (
    <>
      {many && (
        <div className="field">
          <label htmlFor={id}>{t('words.figureSearch')}</label>
          <input
            id={id}
            type="search"
            value={typed}
            autoComplete="off"
            aria-describedby={`${id}-found`}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
          <output id={`${id}-found`} className="small soft">
            {t('words.figuresFound', { found: found.length, shown: shown.length })}
          </output>
        </div>
      )}
      {(chosen < 0 || shown.includes(chosen) ? shown : [chosen, ...shown]).map((at) => (
        <label key={at} className="tick">
          <input
            type="radio"
            name={name}
            checked={at === chosen}
            onChange={() => {
              const one = candidates[at]
              if (one) onChoose(one.figure)
            }}
          />
          <span>{lines[at]}</span>
        </label>
      ))}
    </>
  )
}

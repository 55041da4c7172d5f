import { HELP_KINDS, type PaperFormState, type TypedWords } from '@klankbord/model'
import { useState, type ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'
import { languageName } from '../language/local-formats.ts'

export type Differing = Extract<PaperFormState, { readonly state: 'differs' }>

/** Where two people typed something else, to choose what stands on the paper. */
export function PaperDifferences(props: {
  readonly differing: Differing
  readonly busy: boolean
  readonly onDecide: (choices: Readonly<Record<string, 'own' | 'other'>>) => void
  readonly onTypeAgain: (question: string | null) => void
}): ReactElement {
  const { t } = useStudio()
  const { differing, onDecide } = props
  const [choices, setChoices] = useState<Readonly<Record<string, 'own' | 'other'>>>({})
  const open = differing.differences.filter(({ key }) => choices[key] === undefined)
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (open.length === 0) onDecide(choices)
      }}
    >
      <h2>{t('entry.differsTitle', { count: differing.differences.length })}</h2>
      <p className="soft">{t('entry.differsWhat')}</p>
      {differing.differences.map(({ key, title, own, other }) => (
        <fieldset key={key} className="pickone">
          <legend>{key.startsWith(':') ? t(key === ':help' ? 'entry.help' : 'entry.language') : title}</legend>
          {(['own', 'other'] as const).map((whose) => (
            <div key={whose} className={choices[key] === whose ? 'option chosen' : 'option'}>
              <label>
                <input
                  type="radio"
                  name={key}
                  checked={choices[key] === whose}
                  onChange={() => setChoices((before) => ({ ...before, [key]: whose }))}
                />
                <span className="name">{t(`entry.typed.${whose}`)}</span>
                <Words about={key} typed={whose === 'own' ? own : other} />
              </label>
            </div>
          ))}
          {!key.startsWith(':') && (
            <button type="button" className="btn slim" onClick={() => props.onTypeAgain(key)}>
              {t('entry.neither')}
            </button>
          )}
        </fieldset>
      ))}
      <button type="submit" className="btn main" disabled={open.length > 0 || props.busy}>
        {t('entry.decide')}
      </button>
    </form>
  )
}

function Words({ about, typed }: { readonly about: string; readonly typed: TypedWords }): ReactElement {
  const { t, language } = useStudio()
  const help = HELP_KINDS.find((one) => about === ':help' && one === typed.words[0])
  const words =
    help !== undefined
      ? [t(`help.${help}`)]
      : about === ':language'
        ? typed.words.map((one) => languageName(one, language))
        : typed.words
  const marks = typed.marks.map(({ label, mark }) => (label === '' ? '' : `${label}: `) + t(`entry.mark.${mark}`))
  const all = [...words, ...marks]
  return <span className="small said">{all.length === 0 ? t('entry.nothingTyped') : all.join('\n')}</span>
}

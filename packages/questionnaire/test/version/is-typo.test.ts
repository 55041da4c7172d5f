import { describe, expect, it } from 'vitest'
import { isTypo } from '../../src/version/is-typo.ts'

describe('a correction', () => {
  it.each([
    ['Bent u gehoplen?', 'Bent u geholpen?'],
    ['Hoe ging het', 'Hoe ging het?'],
    ['hoe ging HET ?', 'Hoe ging het?'],
    ['Is er naar u ge luisterd?', 'Is er naar u geluisterd?'],
    ['Is er er naar u geluisterd?', 'Is er naar u geluisterd?'],
    ['Clienten beslissen mee.', 'Cliënten beslissen mee.'],
    ['Hoeveel keer per maand?', 'Hoeveel keer per  maand?'],
    ['Wat vindt u van de ondersteunning?', 'Wat vindt u van de ondersteuning?'],
    ['Dag {name}, hoe gaat het?', 'Dag {name}: hoe gaat het?'],
    ['', ' '],
  ])('leaves the question as it is: %s', (before, after) => {
    expect(isTypo(before, after)).toBe(true)
    expect(isTypo(after, before)).toBe(true)
  })
})

describe('another wording', () => {
  it.each([
    ['Bent u geholpen?', 'Bent u niet geholpen?'],
    ['Bent u tevreden?', 'Bent u ontevreden?'],
    ['Is het veilig?', 'Is het onveilig?'],
    ['In de laatste 3 maanden', 'In de laatste 6 maanden'],
    ['Ongeveer 1,5 uur', 'Ongeveer 15 uur'],
    ['Vanaf -3 graden', 'Vanaf 3 graden'],
    ['Hoe werkt het?', 'Hoe werkte het?'],
    ['Ja', 'Nee'],
    ['Vaak', 'Vaag'],
    ['Voelde u zich er thuis?', 'Voelde u zich thuis?'],
    ['De hulp van mijn hulpverlener', 'De hulp van mijn begeleider'],
    ['Dag {first_name}', 'Dag {last_name}'],
    ['Were you helped?', 'Were you never helped?'],
    ['Luister naar mij en help mij', 'Help mij en luister naar mij'],
    ['', 'Ja'],
    ['你好', '再见'],
    ['هل أنت راض؟', 'هل أنت غاضب؟'],
  ])('asks something else: %s', (before, after) => {
    expect(isTypo(before, after)).toBe(false)
    expect(isTypo(after, before)).toBe(false)
  })
})

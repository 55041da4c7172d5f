// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { reading } from '../../src/reading/attach-reading.ts'
import { fakeSound, LOCAL_ARABIC, LOCAL_DUTCH, ONLINE_DUTCH, type FakeSound } from './heard.ts'
import { listenButtons, marked, press, showIntroduction, showScreen } from './shown-page.ts'

const VOICES = [ONLINE_DUTCH, LOCAL_DUTCH, LOCAL_ARABIC]

const texts = ({ heard }: FakeSound): readonly string[] => heard.map(({ text }) => text)
const voices = ({ heard }: FakeSound): readonly string[] => [...new Set(heard.map(({ voice }) => voice))]

describe('somebody who has a question read aloud', () => {
  it('hears its words, its explanation and then its answers, in a voice of the device', async () => {
    const sound = fakeSound(VOICES)
    reading(sound).attach(showScreen(0))
    press('Lees voor')
    await sound.finishAll()
    expect(texts(sound)).toEqual([
      'Bent u het eens met deze zin?',
      '“De hulp kwam snel genoeg.”',
      'Denk aan dit jaar.',
      'Niet aan vorig jaar.',
      'Mee eens',
      'Niet mee eens',
    ])
    expect(voices(sound)).toEqual(['Nederlands'])
  })

  it('hears the language of the page', async () => {
    const sound = fakeSound(VOICES)
    reading(sound).attach(showScreen(0, { language: 'ar' }))
    press('قراءة بصوت عالٍ')
    await sound.finishAll()
    expect(texts(sound)).toContain('أوافق')
    expect(voices(sound)).toEqual(['ماجد'])
  })

  it('hears a text that was not translated in the language that it is in', async () => {
    const sound = fakeSound(VOICES)
    reading(sound).attach(showScreen(1, { language: 'ar' }))
    press('قراءة بصوت عالٍ')
    await sound.finishAll()
    expect(sound.heard.map(({ text, voice }) => [text, voice])).toContainEqual(['Nee', 'Nederlands'])
  })

  it('sees the sentence, then each word, and nothing marked once it is read', async () => {
    const sound = fakeSound(VOICES)
    reading(sound).attach(showScreen(0))
    const legend = document.querySelector('legend')?.cloneNode(true)
    press('Lees voor')
    expect(marked().words).toBe('Bent u het eens met deze zin?')
    sound.reach(5)
    expect(marked().words).toBe('u')
    await sound.finish()
    sound.reach(4)
    expect(marked()).toEqual({ words: 'hulp', blocks: ['“De hulp kwam snel genoeg.”'] })
    await sound.finish()
    await sound.finish()
    expect(marked().words).toBe('Niet aan vorig jaar.')
    await sound.finish()
    expect(marked()).toEqual({ words: 'Mee eens', blocks: ['Mee eens'] })
    await sound.finishAll()
    expect(marked()).toEqual({ words: '', blocks: [] })
    expect(document.querySelector('legend')?.childNodes.length).toBe(legend?.childNodes.length)
    expect(document.querySelector('legend')?.textContent).toBe(legend?.textContent)
  })

  it('gets a button beside each answer from then on, also on later pages', async () => {
    const sound = fakeSound(VOICES)
    const aloud = reading(sound)
    aloud.attach(showScreen(0))
    expect(listenButtons()).toEqual(['Lees voor'])
    press('Lees voor')
    expect(listenButtons()).toEqual(['Stop met voorlezen', 'Pauze', 'Lees voor: Mee eens', 'Lees voor: Niet mee eens'])
    press('Lees voor: Niet mee eens')
    await sound.finishAll()
    expect(texts(sound)).toEqual(['Bent u het eens met deze zin?', 'Niet mee eens'])
    aloud.attach(showScreen(1))
    expect(listenButtons()).toEqual(['Lees voor', 'Lees voor: Ja', 'Lees voor: Nee'])
  })

  it('pauses, and goes on from the sentence that was paused', async () => {
    const sound = fakeSound(VOICES)
    reading(sound).attach(showScreen(0))
    press('Lees voor')
    await sound.finish()
    press('Pauze')
    expect(sound.silent()).toBe(true)
    expect(listenButtons().slice(0, 2)).toEqual(['Stop met voorlezen', 'Lees verder'])
    press('Lees verder')
    expect(texts(sound).slice(1)).toEqual(['“De hulp kwam snel genoeg.”', '“De hulp kwam snel genoeg.”'])
  })

  it.each([
    ['the button', () => press('Stop met voorlezen')],
    ['the Escape key', () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))],
    ['leaving the page', () => globalThis.dispatchEvent(new Event('pagehide'))],
  ])('hears nothing more after %s', async (_how, stop) => {
    const sound = fakeSound(VOICES)
    reading(sound).attach(showScreen(0))
    press('Lees voor')
    stop()
    expect(sound.silent()).toBe(true)
    expect(marked()).toEqual({ words: '', blocks: [] })
    expect(listenButtons()[0]).toBe('Lees voor')
  })

  it('hears nothing more of a page when the next one is shown', () => {
    const sound = fakeSound(VOICES)
    const aloud = reading(sound)
    aloud.attach(showScreen(0))
    press('Lees voor')
    aloud.attach(showScreen(3))
    expect(sound.silent()).toBe(true)
    expect(listenButtons()).toEqual(['Lees voor'])
  })

  it('keeps an answer that was chosen while it was read', () => {
    const sound = fakeSound(VOICES)
    reading(sound).attach(showScreen(0))
    document.querySelector<HTMLInputElement>('input[value="2"]')!.checked = true
    press('Lees voor')
    expect(new FormData(document.querySelector('form')!).get('quick')).toBe('2')
  })
})

describe('somebody whose device has no voice for the page', () => {
  it.each([
    ['no voices at all', null],
    ['no voice yet', []],
    ['only a voice that works over the internet', [ONLINE_DUTCH]],
    ['only a voice for another language', [LOCAL_ARABIC]],
  ])('sees no button with %s', (_which, known) => {
    const sound = fakeSound(known)
    reading(sound).attach(showScreen(0, { look: { on: ['auto'] } }))
    expect(listenButtons()).toEqual([])
    expect([...document.querySelectorAll('#look [hidden]')]).toHaveLength(2)
    expect(sound.heard).toEqual([])
  })

  it('sees it as soon as the device knows its voices', () => {
    const sound = fakeSound([])
    reading(sound).attach(showScreen(0))
    sound.learn([ONLINE_DUTCH])
    expect(listenButtons()).toEqual([])
    sound.learn(VOICES)
    expect(listenButtons()).toEqual(['Lees voor'])
    expect([...document.querySelectorAll('#look [hidden]')]).toEqual([])
  })

  it('hears what was recorded, and is offered nothing else', async () => {
    const sound = fakeSound([ONLINE_DUTCH])
    reading(sound).attach(showScreen(1))
    press('Lees voor')
    await sound.finishAll()
    expect(texts(sound)).toEqual(['blob:/recordings/kind.mp3', 'blob:/recordings/kind-1.mp3'])
    expect(listenButtons()).toEqual(['Lees voor', 'Lees voor: Ja'])
  })
})

describe('recordings', () => {
  it('are heard where they are, with a voice of the device for the rest', async () => {
    const sound = fakeSound(VOICES)
    reading(sound).attach(showScreen(1))
    press('Lees voor')
    await sound.finishAll()
    expect(texts(sound)).toEqual(['blob:/recordings/kind.mp3', 'blob:/recordings/kind-1.mp3', 'Nee'])
  })

  it('are fetched all at once, so that no request says which answer somebody listened to', async () => {
    const fetchedFor = async (button: string): Promise<readonly string[]> => {
      const sound = fakeSound(VOICES)
      const aloud = reading(sound)
      aloud.attach(showScreen(0))
      press('Lees voor')
      aloud.attach(showScreen(1))
      expect(sound.fetched).toEqual([])
      press(button)
      await sound.finishAll()
      return sound.fetched
    }
    const all = ['/recordings/kind.mp3', '/recordings/kind-1.mp3']
    for (const button of ['Lees voor', 'Lees voor: Ja', 'Lees voor: Nee']) expect(await fetchedFor(button)).toEqual(all)
  })

  it('that do not come are said by a voice of the device', async () => {
    const sound = fakeSound(VOICES, ['/recordings/kind.mp3', '/recordings/kind-1.mp3'])
    reading(sound).attach(showScreen(1))
    press('Lees voor')
    await sound.finishAll()
    expect(texts(sound)).toEqual(['Was de hulp goed?', 'Ja', 'Nee'])
  })
})

describe('what is read on other pages', () => {
  it('is what stands between questions too, with the question that it belongs to', async () => {
    const sound = fakeSound(VOICES)
    reading(sound).attach(showScreen(2))
    expect(listenButtons()).toEqual(['Lees voor: Deze vragen horen bij elkaar', 'Lees voor: Waar woont u?'])
    press('Lees voor: Deze vragen horen bij elkaar')
    await sound.finishAll()
    expect(texts(sound).slice(0, 3)).toEqual(['Deze vragen horen bij elkaar', 'Nu iets over u.', 'Wat kan beter?'])
    sound.heard.length = 0
    press('Lees voor: Waar woont u?')
    await sound.finishAll()
    expect(texts(sound)).toEqual(['Waar woont u?', 'Noord', 'Zuid'])
  })

  it('is never what somebody typed', async () => {
    const sound = fakeSound(VOICES)
    reading(sound).attach(showScreen(2, { answers: { wish: 'Mijn buurvrouw heet Truus' } }))
    press('Lees voor: Deze vragen horen bij elkaar')
    await sound.finishAll()
    expect(texts(sound).join(' ')).not.toContain('Truus')
  })

  it('is the whole text of a page without questions, and not the buttons and closed layers', async () => {
    const sound = fakeSound(VOICES)
    reading(sound).attach(showIntroduction())
    expect(listenButtons()).toEqual(['Lees voor'])
    press('Lees voor')
    await sound.finishAll()
    expect(texts(sound)[0]).toBe('Wat vindt u van uw hulp?')
    expect(texts(sound)).toContain('Wat gebeurt er met mijn antwoorden?')
    expect(texts(sound)).not.toContain('Meedoen')
    expect(texts(sound).join(' ')).not.toContain('U kunt deze pagina sluiten')
  })
})

describe('reading by itself and more slowly', () => {
  it('reads every page from its beginning, once somebody asked for that', async () => {
    const sound = fakeSound(VOICES)
    const aloud = reading(sound)
    aloud.attach(showScreen(0))
    expect(sound.heard).toEqual([])
    press('Elke vraag vanzelf voorlezen')
    expect(texts(sound)).toEqual(['Bent u het eens met deze zin?'])
    aloud.attach(showScreen(2))
    await sound.finishAll()
    expect(texts(sound).slice(1, 3)).toEqual(['Deze vragen horen bij elkaar', 'Nu iets over u.'])
    expect(texts(sound).at(-1)).toBe('Zuid')
    press('Elke vraag vanzelf voorlezen')
    aloud.attach(showScreen(3))
    expect(sound.silent()).toBe(true)
  })

  it('begins when the device knows its voices, and only once', async () => {
    const sound = fakeSound([])
    reading(sound).attach(showScreen(3, { look: { on: ['auto'] } }))
    sound.learn(VOICES)
    await sound.finishAll()
    const read = texts(sound)
    expect(read.slice(-2)).toEqual(['U bent op de helft.', 'Rust even.'])
    sound.learn(VOICES)
    expect(texts(sound)).toEqual(read)
  })

  it('speaks more slowly, in recordings too', async () => {
    const sound = fakeSound(VOICES)
    reading(sound).attach(showScreen(1, { look: { on: ['slow'] } }))
    press('Lees voor')
    await sound.finishAll()
    expect(sound.heard.map(({ rate }) => rate)).toEqual([0.8, 0.8, 0.7])
  })
})

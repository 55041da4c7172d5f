globalThis.studio = 'here'

globalThis.flow = 'here'

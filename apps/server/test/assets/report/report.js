globalThis.report = 'here'

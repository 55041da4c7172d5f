globalThis.worker = 'here'

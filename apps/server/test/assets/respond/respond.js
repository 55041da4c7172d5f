globalThis.respond = 'here'

// Loaded before a server that would otherwise listen on every interface: an address left open becomes 127.0.0.1.
import { Server } from 'node:net'

const original = Server.prototype.listen

Server.prototype.listen = function listenOnLoopback(...given) {
  const [first, second] = given
  if (typeof first === 'number') {
    const rest = typeof second === 'string' ? given.slice(2) : given.slice(1)
    return original.call(this, first, '127.0.0.1', ...rest)
  }
  if (first !== null && typeof first === 'object' && first.port !== undefined) {
    return original.call(this, { ...first, host: '127.0.0.1' }, ...given.slice(1))
  }
  return original.apply(this, given)
}

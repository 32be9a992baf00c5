// A mail server on loopback that keeps nothing. It asks for "ana" with the password "lime", refuses addresses that begin with
// "bounce" for good and puts off those that begin with "defer". Says "READY {json}" when it answers and "MAIL {json}" for each
// mail it took; stops when its standard input closes.
import { SMTPServer } from 'smtp-server'

const fail = (code, words) => Object.assign(new Error(words), { responseCode: code })
const server = new SMTPServer({
  hideSTARTTLS: process.env.ENCRYPTED !== '1',
  authOptional: process.env.OPEN === '1',
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _, done) => (username === 'ana' && password === 'lime' ? done(null, { user: username }) : done(fail(535, 'Bad user or password'))),
  onRcptTo: ({ address }, _, done) => done(address.startsWith('bounce') ? fail(550, 'No such mailbox') : address.startsWith('defer') ? fail(451, 'Try again later') : undefined),
  onData: (stream, session, done) => {
    const parts = []
    stream.on('data', (part) => parts.push(part)).on('end', () => {
      console.log('MAIL ' + JSON.stringify({ to: session.envelope.rcptTo.map(({ address }) => address), encrypted: session.secure, raw: Buffer.concat(parts).toString('utf8') }))
      done()
    })
  },
})
server.on('error', (error) => console.error(error.message))
server.listen(0, '127.0.0.1', () => console.log('READY ' + JSON.stringify({ port: server.server.address().port })))

const stop = () => server.close(() => process.exit(0))
process.stdin.resume().on('end', stop).on('close', stop)
process.on('SIGTERM', stop)

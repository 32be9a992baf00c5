// An object store that speaks S3, on loopback and in TMPDIR, which it removes. Its one bucket is called "media".
// Says "READY {json}" when it answers; stops when its standard input closes, so it never outlives the test run.
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import S3rver from 's3rver'

const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: tmpdir(),
  vhostBuckets: false,
  configureBuckets: [{ name: 'media', configs: [] }],
})
const { port } = await server.run()

let stopping
const stop = () =>
  (stopping ??= server.close().catch((e) => console.error(e)).finally(() => {
    if (process.env.TMPDIR) rmSync(tmpdir(), { recursive: true, force: true })
    process.exit(0)
  }))
process.stdin.resume().on('end', stop).on('close', stop)
process.on('SIGTERM', stop)

console.log('READY ' + JSON.stringify({ address: `http://127.0.0.1:${port}` }))

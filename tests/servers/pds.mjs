// A real AT Protocol personal data server with its directory of identities, both on loopback and in TMPDIR, which it removes.
// Says "READY {json}" when it answers; stops when its standard input closes, so it never outlives the test run.
// PDS_RATE_LIMITS=1 switches the server's own rate limits on.
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import './loopback.mjs'

const { TestNetworkNoAppView } = await import('@atproto/dev-env')

const network = await TestNetworkNoAppView.create({
  pds: {
    hostname: 'localhost',
    enableDidDocWithSession: true,
    rateLimitsEnabled: process.env.PDS_RATE_LIMITS === '1',
  },
})

let stopping
const stop = () =>
  (stopping ??= network.close().catch((e) => console.error(e)).finally(() => {
    if (process.env.TMPDIR) rmSync(tmpdir(), { recursive: true, force: true })
    process.exit(0)
  }))
process.stdin.resume().on('end', stop).on('close', stop)
process.on('SIGTERM', stop)

console.log('READY ' + JSON.stringify({ pds: network.pds.url, plc: network.plc.url }))

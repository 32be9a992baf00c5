// Judges signed webhook requests with the reference library of Standard Webhooks.
// One JSON object per line in: {secret, headers, body}; one answer per line out: "VALID" or "REFUSED reason".
import { createInterface } from 'node:readline'
import { Webhook } from 'standardwebhooks'

console.log('READY')
for await (const line of createInterface({ input: process.stdin })) {
  const { secret, headers, body } = JSON.parse(line)
  try {
    new Webhook(secret).verify(body, headers)
    console.log('VALID')
  } catch (refusal) {
    console.log('REFUSED ' + refusal.message.replaceAll('\n', ' '))
  }
}

// Adds up the reports of all test programs: tally.mjs FOLDER REPORTS_EXPECTED PROGRAM=EXIT_CODE...
// With "again" as second word it only names the stories of the browser that failed, one in each line: test.sh has them told
// once more, and what they come to then lies in FOLDER/again. A story that passes there has passed, and is named for it.
// Names what failed, with what it said, and what was skipped; the last line is the sum. Fails for any failure, for a missing report, and for
// any skip but one: data that others made and that is not on this machine.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const absent = 'absent data:'
const [folder, expected, ...codes] = process.argv.slice(2)

/** Every report becomes a list of {name, state: 'passed' | 'failed' | 'skipped', reason: of a skip, said: by a failure}. */
const readers = {
  '.ctrf': (report) =>
    report.results.tests.map((test) => ({
      name: test.name,
      state: test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped',
      reason: test.extra?.reason ?? '',
      said: test.message ?? '',
    })),
  '.json': (report) =>
    report.testResults.flatMap((file) =>
      file.assertionResults.length === 0 && file.status === 'failed'
        ? [{ name: basename(file.name), state: 'failed', reason: '', said: file.message }]
        : file.assertionResults.map((test) => ({
            name: test.fullName,
            state: test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped',
            reason: '',
            said: test.failureMessages.join('\n'),
          })),
    ),
}

const reportsIn = (place) => readdirSync(place).filter((file) => Object.keys(readers).some((end) => file.endsWith(end)))
const testsIn = (place) => reportsIn(place).flatMap((file) => readers[file.slice(file.lastIndexOf('.'))](JSON.parse(readFileSync(join(place, file), 'utf8'))))
const files = reportsIn(folder)
const tests = testsIn(folder)
const of = (state) => tests.filter((test) => test.state === state)

// Only stories: they hang on a whole machine's time. Whatever else fails has failed, and so has a run in which more than a story did.
const stories = of('failed').filter((test) => test.name.startsWith('Bellwether.Browser.'))
if (expected === 'again') {
  if (stories.length <= 2) stories.forEach((test) => console.log(test.name))
  process.exit(0)
}
const later = existsSync(join(folder, 'again')) ? testsIn(join(folder, 'again')) : []
const rescued = stories.filter((test) => later.some((again) => again.name === test.name && again.state === 'passed'))
rescued.forEach((test) => (test.state = 'passed'))
const broken = []
if (files.length < Number(expected)) broken.push(`only ${files.length} of ${expected} test programs left a report`)
const silent = codes.filter((code) => !code.endsWith('=0'))
if (silent.length > 0 && of('failed').length + rescued.length === 0) broken.push(`no test failed, yet the exit code tells otherwise: ${silent.join(', ')}`)
if (tests.length === 0) broken.push('no test ran')

const unexplained = of('skipped').filter((test) => !test.reason.startsWith(absent))
const show = (title, list) => list.length > 0 && console.log([`== ${title}`, ...list.map((entry) => `  ${entry}`)].join('\n'))
show('Passed only when told once more, alone', rescued.map((test) => test.name))
const firstLines = (said) => said.split('\n').slice(0, 12).map((line) => `\n      ${line.slice(0, 300)}`).join('')
show('Failed', [...of('failed').map((test) => test.name + firstLines(test.said)), ...broken])
show('Skipped because data is absent', [...new Set(of('skipped').filter((test) => !unexplained.includes(test)).map((test) => test.reason))])
show('Skipped without leave', unexplained.map((test) => `${test.name}: ${test.reason}`))

console.log(`${of('passed').length} passed, ${of('failed').length + broken.length} failed, ${of('skipped').length} skipped`)
process.exit(of('failed').length + broken.length + unexplained.length > 0 ? 1 : 0)

// Opens the calendar with 5,000 posts in one month in a real Chromium and drags a post, and says how long that takes.
//   node bench/screen/calendar.mjs http://localhost:5080 [posts]
// The program must run on an empty data folder on this machine; /usr/bin/chromium must be there. It decides nothing by wall clock.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const base = process.argv[2] ?? 'http://localhost:5080';
const posts = Number(process.argv[3] ?? 5000);
const folder = mkdtempSync(join(tmpdir(), 'calendar-bench-'));
const chromium = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', ['--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe', `--user-data-dir=${folder}`, '--window-size=1280,900', 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });

let last = 0;
const waiting = new Map();
let rest = '';
chromium.stdio[4].on('data', (bytes) => {
  const parts = (rest + bytes).split('\0');
  rest = parts.pop();
  for (const part of parts) {
    const said = JSON.parse(part);
    const answer = waiting.get(said.id);
    if (!answer) continue;
    waiting.delete(said.id);
    if (said.error) answer.no(new Error(said.error.message));
    else answer.yes(said.result);
  }
});
let session;
const ask = (method, params = {}) =>
  new Promise((yes, no) => {
    const id = ++last;
    waiting.set(id, { yes, no });
    chromium.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId: session })}\0`);
  });

/** Runs a function in the page and gives what it gives. */
async function run(work, ...args) {
  const { result, exceptionDetails } = await ask('Runtime.evaluate', { expression: `(${work})(...${JSON.stringify(args)})`, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

const month = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + 2, 1));
const iso = (day) => new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), day)).toISOString().slice(0, 10);

try {
  const { targetInfos } = await ask('Target.getTargets');
  const { sessionId } = await ask('Target.attachToTarget', { targetId: targetInfos.find((target) => target.type === 'page').targetId, flatten: true });
  session = sessionId;
  await ask('Page.enable');
  await ask('Emulation.setDeviceMetricsOverride', { width: 1280, height: 900, deviceScaleFactor: 1, mobile: false });
  const go = async (address, ready) => {
    await ask('Page.navigate', { url: base + address });
    return run(
      (selector) =>
        new Promise((done, fail) => {
          const until = performance.now() + 60_000;
          const look = () => {
            if (document.querySelector(selector)) requestAnimationFrame(() => done(performance.now()));
            else if (performance.now() > until) fail(new Error(`${selector} never came`));
            else requestAnimationFrame(look);
          };
          look();
        }),
      ready,
    );
  };

  await go('/', '#root');
  const brand = await run(
    async (lines) => {
      const send = async (path, body) => {
        const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', 'x-bellwether': '1' }, body: JSON.stringify(body) });
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
        return answer.json().catch(() => null);
      };
      const zone = 'Europe/Berlin';
      // A second run on the same folder measures what the first one made.
      if ((await (await fetch('/account/state')).json()).setUp) {
        await send('/account/sign-in', { email: 'ana@example.org', password: 'correct horse battery', remember: false });
        return (await (await fetch('/account/state')).json()).brands[0].id;
      }

      await send('/account/set-up', { name: 'Ana', email: 'ana@example.org', password: 'correct horse battery', workspaceName: 'Taco', brandName: 'Taco Loco', zone, currency: 'EUR', hours: { spans: [] } });
      const state = await (await fetch('/account/state')).json();
      const brand = state.brands[0].id;
      for (let i = 1; i <= 5; i++) await send('/api/v1/accounts', { brand, network: 'mastodon', handle: `taco${i}@example.social`, purpose: 'News' });
      for (let at = 0; at < lines.length; at += 2500) {
        const text = `date,time,text,accounts\n${lines.slice(at, at + 2500).join('\n')}`;
        await send('/api/v1/posts/import', { brand, content: btoa(text), file: 'bench.csv' });
      }
      return brand;
    },
    Array.from({ length: posts }, (_, i) => `${iso(1 + (i % 28))},${String(6 + (Math.floor(i / 28) % 16)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')},Post number ${i} with something to say,mastodon @taco${1 + (i % 5)}@example.social`),
  );

  const opened = {};
  for (const [view, ready] of [['month', 'td[data-date] a[data-post]'], ['week', 'a[data-post]'], ['day', 'a[data-post]'], ['board', 'a[data-post]'], ['list', 'table a, [role="row"] a, tbody tr']]) {
    const times = [];
    for (let i = 0; i < 3; i++) times.push(await go(`/calendar?brand=${brand}&view=${view}&day=${iso(10)}`, ready));
    times.sort((a, b) => a - b);
    opened[view] = Math.round(times[1]);
  }

  // Drags as a hand does: the pointer passes over a cell every frame, the frames are counted.
  const drag = async (view, cells) => {
    await go(`/calendar?brand=${brand}&view=${view}&day=${iso(10)}`, 'a[data-post]');
    return run(
      async (selector) => {
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        for (let i = 0; i < 30; i++) await frame();
        const chip = document.querySelector('a[data-post][draggable="true"]');
        const post = chip.dataset.post;
        const data = new DataTransfer();
        const tell = (element, type) => element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
        tell(chip, 'dragstart');
        const places = [...document.querySelectorAll(selector)];
        const frames = [];
        let before = performance.now();
        let over = null;
        for (let i = 0; i < 180; i++) {
          const place = places[Math.floor(i / 4) % places.length];
          if (over && over !== place) tell(over, 'dragleave');
          tell((over = place), 'dragover');
          await frame();
          const now = performance.now();
          frames.push(now - before);
          before = now;
        }
        const target = places.filter((place) => place !== chip.closest(selector) && !place.hasAttribute('data-past'))[20 % places.length];
        tell(over, 'dragleave');
        tell(target, 'dragover');
        const start = performance.now();
        tell(target, 'drop');
        let landed = null;
        while (performance.now() - start < 10_000) {
          await frame();
          const there = document.querySelector(`[data-post="${post}"]`);
          if (!there || there.closest(selector) !== chip.closest(selector) || there !== chip) {
            landed = performance.now() - start;
            break;
          }
        }
        frames.sort((a, b) => a - b);
        return { median: frames[90], p95: frames[171], worst: frames[179], landed };
      },
      cells,
    );
  };
  const moved = { month: await drag('month', 'td[data-date]'), week: await drag('week', '[data-slot]') };

  console.log(`${posts} posts in one month, 1280 x 900`);
  for (const [view, time] of Object.entries(opened)) console.log(`open ${view}: ${time} ms from address to posts on screen (median of 3, cold page)`);
  for (const [view, { median, p95, worst, landed }] of Object.entries(moved))
    console.log(`drag in the ${view}: frames ${median.toFixed(1)} ms (median), ${p95.toFixed(1)} ms (95 of 100), ${worst.toFixed(1)} ms (worst); on its new place after ${landed === null ? 'more than 10,000' : landed.toFixed(0)} ms`);
} finally {
  chromium.kill();
  await new Promise((done) => chromium.once('exit', done));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

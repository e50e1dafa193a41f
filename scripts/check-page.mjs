// Whether the HTML report can be used by everybody and harms nobody:  npm run page [-- --pictures FOLDER]
// Needs Chromium (Debian: apt-get install chromium; another one with CHROMIUM=/path). Scans the shipped fixtures and a hostile chat, opens each
// page without a network, and prints what axe-core finds against it (WCAG 2.2 A and AA) and whether anything ran or was asked for.
// With --pictures it leaves pictures of each page at desk and phone width, and the print as PDF. Exit code 1 when anything is wrong.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import axe from 'axe-core';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROGRAM = join(ROOT, 'bin/ig-scan.js');
const CHROMIUM = process.env.CHROMIUM ?? 'chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const folder = mkdtempSync(join(tmpdir(), 'ig-scan-page-'));
const at = process.argv.indexOf('--pictures');
const pictures = at < 0 ? undefined : (process.argv[at + 1] ?? 'pictures');

const run = promisify(execFile);

/** Gives what Chromium prints. Not waited for in one piece: the server below must be able to answer meanwhile. */
async function chromium(...args) {
  const profile = `--user-data-dir=${join(folder, 'profile')}`;
  const options = { maxBuffer: 1 << 28, timeout: 120_000 };
  return (await run(CHROMIUM, [...FLAGS, profile, ...args], options)).stdout;
}

/** Writes both pages of a scan: the masked one, and the one that a deliberate reveal gives. Neither exit code of a finding is an error. */
async function scan(name, paths) {
  const masked = join(folder, `${name}.html`);
  const revealed = join(folder, `${name}-revealed.html`);
  const args = ['--quiet', '--out', `html=${masked}`, '--reveal', revealed, '--reason', 'check of the page'];
  const { CI: _, ...env } = process.env;
  try {
    await run(process.execPath, [PROGRAM, ...paths, ...args], { cwd: ROOT, env });
  } catch (error) {
    if (![1, 3].includes(error.code)) throw error;
  }
  return { [name]: masked, [`${name}-revealed`]: revealed };
}

/** What a page must not do: run, load, or turn the text around. `port` is where a page that obeys would call. */
function hostileChat(port) {
  const call = `http://127.0.0.1:${port}/called`;
  const payloads = [
    '<script>document.documentElement.dataset.ran = 1</script>',
    `<img src="${call}" onerror="document.documentElement.dataset.ran = 1">`,
    `<svg onload="document.documentElement.dataset.ran = 1"><image href="${call}"/></svg>`,
    `"><style>body{background:url(${call})}</style>`,
    `<iframe srcdoc="<script src=${call}></script>"></iframe>`,
    `<meta http-equiv="refresh" content="0;url=${call}"><base href="${call}">`,
    `<a href="javascript:document.documentElement.dataset.ran = 1" autofocus onfocus="this.click()">x</a>`,
    '\u202egnp.txt\u2066 \u001b]0;title\u0007 \u001b[31mred\u001b[0m \u0000 \u009b31m',
    `Z${'\u0335'.repeat(10_000)}algo`,
    '</table></main></body></html><!-- ',
  ];
  const lines = payloads.flatMap((payload, i) => [
    `03/12/2024, 09:${10 + i} - Jo ${payload.slice(0, 60).replaceAll(':', '')}: bed 4 Mr O'Neill NEWS 8 NHS no 999 000 0018 ${payload}`,
    `03/12/2024, 09:${10 + i} - Sam Reed: IMG-20241203-WA000${i}${payload.slice(0, 40)}.jpg (file attached)`,
  ]);
  lines.unshift(`03/12/2024, 09:00 - Jo created group "Ward 12 ${payloads[1].replaceAll('"', "'")}"`);
  const path = join(folder, 'WhatsApp Chat with Ward 12 <img src=x onerror=alert(1)>.txt');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** Rules that the page breaks, as axe-core sees them. The copy that is looked at gets axe in, which the page's own policy would not let run. */
async function violations(page) {
  const copy = join(folder, 'looked-at.html');
  const look = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((found) => {
    const out = document.createElement('pre');
    out.id = 'axe-found';
    out.textContent = JSON.stringify(found.violations.map(({ id, impact, nodes }) => ({ id, impact, at: nodes.map(({ target }) => target.join(' ')) })));
    document.body.append(out);
  });`;
  const text = readFileSync(page, 'utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, '');
  writeFileSync(
    copy,
    text.replace('</body>', () => `<script>${axe.source}</script><script>${look}</script></body>`),
  );
  const dom = await chromium('--virtual-time-budget=60000', '--dump-dom', `file://${copy}`);
  const found = /<pre id="axe-found">(.*?)<\/pre>/s.exec(dom)?.[1];
  if (found === undefined) throw new Error(`axe did not finish on ${page}`);
  return JSON.parse(
    found.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );
}

async function takePictures(name, page) {
  mkdirSync(pictures, { recursive: true });
  const url = `file://${page}`;
  await chromium(`--screenshot=${join(pictures, `${name}-desk.png`)}`, '--window-size=1280,2400', url);
  await chromium(`--screenshot=${join(pictures, `${name}-phone.png`)}`, '--window-size=500,2400', url);
  await chromium(`--print-to-pdf=${join(pictures, `${name}.pdf`)}`, '--no-pdf-header-footer', url);
}

async function main() {
  let calls = 0;
  const server = createServer((_, answer) => {
    calls += 1;
    answer.end();
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const pages = {
    ...(await scan('ward', ['fixtures/ward'])),
    ...(await scan('ordinary', ['fixtures/social'])),
    ...(await scan('breach', ['fixtures/lanarkshire'])),
    ...(await scan('hostile', [hostileChat(server.address().port)])),
  };
  let wrong = 0;
  for (const [name, page] of Object.entries(pages)) {
    const ran = /data-ran=/.test(await chromium('--virtual-time-budget=5000', '--dump-dom', `file://${page}`));
    const broken = await violations(page);
    console.log(`${name}: ${broken.length} violations, ${ran ? 'SOMETHING RAN' : 'nothing ran'}`);
    for (const { id, impact, at: places } of broken)
      console.log(`  ${id} (${impact}): ${places.slice(0, 3).join(' | ')}`);
    wrong += broken.length + (ran ? 1 : 0);
    if (pictures !== undefined) await takePictures(name, page);
  }
  server.close();
  console.log(`asked for over the network: ${calls}`);
  process.exitCode = wrong + calls > 0 ? 1 : 0;
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

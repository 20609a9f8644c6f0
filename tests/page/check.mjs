// Opens the report in a browser and tries what its readers will: node check.mjs FOLDER-OF-PAGES CHROMIUM
//
// The pages are those of `writes_pages_to_look_at`, and `mixed-en` and its like, which the command made of the files of
// `mixed-folder`. Pictures of them stay in the folder, for whoever wants to look.
import { chromium } from 'playwright-core';
import axe from 'axe-core';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = resolve(process.argv[2]);
const executablePath = execFileSync('sh', ['-c', 'command -v "$0"', process.argv[3]], { encoding: 'utf8' }).trim();
const address = (name) => pathToFileURL(join(folder, `${name}.html`)).href;
const ROWS = 'main > ol > li';
const faults = [];
const expect = (holds, words) => holds || faults.push(words);

// Its profile is a new and empty folder, which Playwright removes.
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

/** Opens a page, does something, and looks whether it asked for anything or complained. */
async function open(name, options, work) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true, ...options });
  const page = await context.newPage();
  page.on('request', (request) => {
    const url = request.url();
    const own = url.split('#')[0] === address(name) || url.startsWith('data:image/jpeg;base64,');
    expect(own, `${name}: asks for ${url.slice(0, 80)}`);
  });
  page.on('console', (message) => expect(false, `${name}: console: ${message.text()}`));
  page.on('pageerror', (error) => expect(false, `${name}: ${error}`));
  page.on('dialog', (dialog) => { expect(false, `${name}: a dialog: ${dialog.message()}`); dialog.dismiss(); });
  await page.goto(address(name));
  await work(page);
  expect(page.url().split('#')[0] === address(name), `${name}: led to ${page.url()}`);
  await context.close();
}

const shown = (page) => page.locator(`${ROWS}:visible`).count();
const counted = async (page, id) =>
  Number((await page.locator(`label:has(#${id}) .count`).textContent()).replace(/\D/g, ''));

/** Presses Tab until the element of this id has the focus. */
async function walkTo(page, id) {
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.locator(`#${id}:focus`).count()) {
      const outline = await page.locator(`#${id}`).evaluate((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle === 'solid' ? parseFloat(outlineWidth) : 0;
      });
      return expect(outline >= 2, `the focus on ${id} cannot be seen: ${outline}`);
    }
  }
  expect(false, `${id} cannot be reached by keyboard`);
}

/** By keyboard only. */
async function filters(page) {
  const all = await shown(page);
  const [invalid, foreign] = [await counted(page, 'only-invalid'), await counted(page, 'only-foreign')];
  expect(invalid > 0 && foreign > 0 && invalid + foreign < all, 'the page has too few sorts of rows');
  await walkTo(page, 'only-invalid');
  await page.keyboard.press('Space');
  expect(await shown(page) === invalid, `only-invalid shows ${await shown(page)} rows of ${invalid}`);
  await walkTo(page, 'only-foreign');
  await page.keyboard.press('Space');
  expect(await shown(page) === invalid + foreign, 'two answers do not show the rows of both');
  await page.emulateMedia({ media: 'print' });
  expect(await shown(page) === invalid + foreign, 'other rows are printed than those that are chosen');
  await page.emulateMedia({ media: 'screen' });
  const said = await page.locator('.shown b').evaluate((one) => getComputedStyle(one, '::after').content);
  expect(said === 'counter(shown)' && await page.locator('.shown').isVisible(), 'how many rows are shown is not said');
  await walkTo(page, 'only-full');
  await page.keyboard.press('Space');
  const both = await page.locator(`${ROWS}.invalid.says-full, ${ROWS}.foreign.says-full`).count();
  expect(both > 0 && await shown(page) === both, 'an answer and a statement do not show the rows that have both');
  await page.keyboard.press('Enter');
  expect(await shown(page) === both, 'Enter in a filter does something');
  await page.locator('button').focus();
  await page.keyboard.press('Space');
  expect(await shown(page) === all, 'the button does not show everything again');
  await walkTo(page, 'only-hinted');
  await page.keyboard.press('Space');
  expect(await shown(page) === await counted(page, 'only-hinted'), 'the filter of hints');
}

async function details(page) {
  const first = page.locator(`${ROWS} details`).first();
  await first.locator('summary').focus();
  await page.keyboard.press('Enter');
  expect(await first.locator('h4').first().isVisible(), 'details do not open by keyboard');
  await page.emulateMedia({ media: 'print' });
  const closed = page.locator(`${ROWS} details:not([open]) .all`);
  const drawn = await closed.evaluateAll((all) => all.map((one) => one.checkVisibility()));
  expect(drawn.length > 0 && drawn.every((is) => is), 'details are not printed');
}

/** No violation, with every row drawn and every detail open. */
async function accessible(page, name) {
  await page.evaluate((rows) => {
    document.querySelectorAll(rows).forEach((row) => { row.style.contentVisibility = 'visible'; });
    document.querySelectorAll('details').forEach((one, at) => { one.open = at % 3 === 0; });
  }, ROWS);
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  expect(passes.some((rule) => rule.id === 'color-contrast'), `${name}: contrast was not examined`);
  for (const { id, help, nodes } of violations) {
    expect(false, `${name}: ${id}: ${help}: ${nodes.length} times, as in ${nodes[0].html.slice(0, 200)}`);
  }
}

/** What elements there are, with the names of their attributes. */
const kinds = (page) => page.evaluate(() => {
  const names = (element) => [...element.attributes].map((one) => one.name).sort().join(' ');
  return [...new Set([...document.querySelectorAll('*')].map((one) => `${one.localName} ${names(one)}`))].sort();
});

/** By how much the page or a text in it goes beyond the window. Rows cut what does, so that it must not. */
const overflows = (page) => page.evaluate(() => {
  const texts = [...document.querySelectorAll('bdi, b, small, dt, p')];
  const ends = texts.map((one) => one.getBoundingClientRect().right).filter((end) => Number.isFinite(end));
  return Math.max(document.documentElement.scrollWidth, ...ends) - document.documentElement.clientWidth;
});

/** The command shows every sort of row, small pictures, and names that were made to harm as they are or written out. */
async function mixed(page) {
  for (const sort of ['trusted', 'valid', 'invalid', 'foreign', 'unmarked', 'failed', 'full', 'partial', 'nothing', 'hinted']) {
    expect(await counted(page, `only-${sort}`) > 0, `mixed-en: no row is ${sort}`);
  }
  expect(await page.locator(ROWS).count() >= 200, 'mixed-en: rows are missing');
  const pictures = await page.locator(`${ROWS} img`).evaluateAll((all) => all.map((one) => one.complete && one.naturalWidth));
  expect(pictures.length > 100 && pictures.every((width) => width > 0), 'mixed-en: small pictures are missing');
  const names = await page.locator(`${ROWS} h3`).allTextContents();
  for (const part of ['<script>alert(1)<script>.png', '=HYPERLINK(', '\\u{202e}gnp.exe', '\\u{1b}[31mred', 'two\\u{a}lines']) {
    expect(names.some((name) => name.includes(part)), `mixed-en: no name with ${part}`);
  }
  for (const [sort, room] of Object.entries({ valid: 'harm', invalid: 'altered', hinted: 'social', failed: 'unusable', unmarked: 'names' })) {
    await page.locator('button').click();
    await page.locator(`#only-${sort}`).check();
    const row = page.locator(`${ROWS}.${sort}:has(h3:has-text("${room}"))`).first();
    await row.locator('details').evaluate((one) => { one.open = true; });
    // Rows get their height when they are drawn: the second time it is known.
    for (let time = 0; time < 2; time += 1) {
      await row.evaluate((one) => { one.scrollIntoView(); return new Promise((drawn) => { setTimeout(drawn, 200); }); });
    }
    await page.screenshot({ path: join(folder, `mixed-${sort}.png`) });
  }
}

const sizes = { desktop: { width: 1280, height: 900 }, tablet: { width: 820, height: 1100 }, phone: { width: 390, height: 844 } };
const languages = ['en', 'ru', 'kk'];
for (const name of [...languages, ...languages.map((language) => `mixed-${language}`)]) {
  for (const colorScheme of ['light', 'dark']) {
    await open(name, { colorScheme }, (page) => accessible(page, `${name}, ${colorScheme}`));
  }
  for (const [size, viewport] of Object.entries(sizes)) {
    await open(name, { viewport }, async (page) => {
      expect(await overflows(page) <= 0, `${name}: wider than a ${size}`);
      await page.screenshot({ path: join(folder, `${name}-${size}.png`) });
      await page.locator('main h2').evaluate((heading) => heading.scrollIntoView());
      await page.locator(`${ROWS} details`).nth(1).evaluate((one) => { one.open = true; });
      await page.screenshot({ path: join(folder, `${name}-${size}-rows.png`) });
    });
  }
}
for (const kind of ['', 'mixed-']) {
  await open(`${kind}en`, { colorScheme: 'dark' }, async (page) => {
    await page.screenshot({ path: join(folder, `${kind}dark.png`) });
    await page.locator('main h2').evaluate((heading) => heading.scrollIntoView());
    await page.locator(`${ROWS} details`).nth(3).evaluate((one) => { one.open = true; });
    await page.screenshot({ path: join(folder, `${kind}dark-rows.png`) });
  });
  await open(`${kind}en`, { javaScriptEnabled: false }, filters);
  await open(`${kind}kk`, { javaScriptEnabled: false }, details);
  await open(`${kind}ru`, {}, async (page) => {
    await page.locator('#only-invalid').check();
    await page.pdf({ path: join(folder, `${kind}print.pdf`), format: 'A4' });
  });
}
await open('mixed-en', {}, mixed);

let known;
await open('harmless', {}, async (page) => { known = await kinds(page); });
await open('hostile', { viewport: sizes.phone }, async (page) => {
  // A long name is cut, and one with folders has them apart.
  const ours = [...known, 'i ', 'wbr ', 'small '];
  const strange = (await kinds(page)).filter((kind) => !ours.includes(kind));
  expect(strange.length === 0, `hostile: a file brought ${strange.join('; ')}`);
  expect((await page.title()).startsWith('Report on AI labels'), `hostile: the title is ${await page.title()}`);
  expect(await overflows(page) <= 0, 'hostile: wider than a phone');
  await page.screenshot({ path: join(folder, 'hostile.png') });
  await page.locator(`${ROWS} details`).nth(0).evaluate((one) => { one.open = true; one.scrollIntoView(); });
  await page.screenshot({ path: join(folder, 'hostile-details.png') });
});
await browser.close();

faults.forEach((words) => console.error(`page: ${words}`));
console.error(`page: ${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;

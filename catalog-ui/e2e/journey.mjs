// Two people walk through the pages in a real browser, on a hub that runs:
//   HUB_URL=http://localhost:8080 HUB_PEOPLE=.hub/secrets/people node e2e/journey.mjs
// HUB_PEOPLE is a folder with one password file per user name; PASSWORD_MARKET_STEWARD and PASSWORD_AUDIT_ADMIN go before it.
// CHROMIUM (default /usr/bin/chromium) and SCREENSHOTS (default screenshots/) may be set; DATASET names the dataset to open.
// Exit code 0: all well; 1: something was not as it should be, said in one sentence; 2: wrongly called.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const hub = process.env.HUB_URL ?? fail('HUB_URL is not set.', 2);
const pictures = process.env.SCREENSHOTS ?? 'screenshots';
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const PATIENCE = 30_000;

function fail(sentence, code = 1) {
  console.error(`journey: ${sentence}`);
  process.exit(code);
}

function password(person) {
  const given = process.env[`PASSWORD_${person.toUpperCase().replaceAll('-', '_')}`];
  const folder = process.env.HUB_PEOPLE;
  return given ?? (folder ? readFileSync(join(folder, person), 'utf8').trim() : fail(`No password for ${person}: set HUB_PEOPLE.`, 2));
}

function expect(truth, sentence) {
  if (!truth) {
    throw new Error(sentence);
  }
}

/** A page for one person, whose every complaint in the console counts. */
async function enter(browser, person) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints = [];
  const hosts = new Set();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => /Content Security Policy|\[Vue|\[intlify/.test(message.text()) && complaints.push(message.text()));
  page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
  await page.goto(hub);
  await page.fill('#username', person);
  await page.fill('#password', password(person));
  await page.click('#kc-login');
  await page.locator('[data-test=person]').waitFor();
  return { page, complaints, hosts, context };
}

async function picture(page, name) {
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  console.log(`journey: ${name}`);
}

/** Whether Chinese is drawn with Chinese glyphs: different characters must give different pictures, unlike the box of a missing one. */
async function drawsChinese(page) {
  return page.evaluate(() => {
    const draw = (text) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 48;
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      pen.font = `32px ${getComputedStyle(document.body).fontFamily}`;
      pen.fillText(text, 4, 38);
      return pen.getImageData(0, 0, 48, 48).data.join();
    };
    const pictures = ['数', '据', '目', '录', '政', '务'].map(draw);
    return new Set(pictures).size === pictures.length && !pictures.includes(draw('\u{10FFFD}'));
  });
}

/** No dead image, nothing wider than the window, nobody else's host. */
async function wellMade({ page, complaints, hosts }) {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(sideways <= 0, `${page.url()} is ${sideways} pixels wider than the window.`);
  expect(complaints.length === 0, `${page.url()} complains: ${complaints[0]}`);
  const own = new URL(hub).hostname;
  const foreign = [...hosts].filter((host) => host !== own && host !== (process.env.KEYCLOAK_HOST ?? own));
  expect(foreign.length === 0, `A page asked another host: ${foreign.join(', ')}`);
}

async function steward(browser) {
  const visit = await enter(browser, 'market-steward');
  const { page } = visit;
  const rows = page.locator('[data-test=datasets] tbody tr');
  await page.locator('[data-test=datasets]').waitFor();
  expect(await drawsChinese(page), 'Chinese text is drawn as boxes: no Chinese font was found.');
  expect((await page.textContent('.brand')).includes('政务数据'), 'The pages do not open in Chinese.');
  await picture(page, 'steward-catalog-zh');

  await page.fill('[data-test=search]', '法人');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  await rows.first().waitFor();
  await picture(page, 'steward-search-zh');

  const wanted = process.env.DATASET;
  const own = rows.filter({ hasText: await page.textContent('[data-test=department]') }).locator('a');
  await (wanted ? rows.locator(`a[href="/datasets/${wanted}"]`) : own).first().click();
  await page.locator('.el-descriptions').first().waitFor();
  await picture(page, 'steward-dataset-zh');
  const dataset = new URL(page.url()).pathname;
  for (const tab of ['fields', 'batches', 'access', 'sources']) {
    await page.locator(`#tab-${tab}`).click();
    await page.waitForURL(`${hub}${dataset}/${tab}`);
    await page.locator('.el-table, .el-empty').first().waitFor();
    await wellMade(visit);
    await picture(page, `steward-${tab}-zh`);
  }

  await page.click('[data-test=language]');
  await page.getByText('Government Data Exchange Hub').waitFor();
  expect((await page.getAttribute('html', 'lang')) === 'en', 'The page does not say that it is in English.');
  await picture(page, 'steward-sources-en');
  await page.goto(`${hub}/audit/entries`);
  await page.locator('[data-test="403"]').waitFor();
  await page.reload();
  await page.getByText('Government Data Exchange Hub').waitFor();
  await page.click('[data-test=language]');
  await page.getByText('政务数据共享交换平台').waitFor();
  await wellMade(visit);

  await page.click('[data-test=logout]');
  await page.locator('#kc-login').waitFor();
  await picture(page, 'steward-logged-out');
  await visit.context.close();
}

async function auditAdmin(browser) {
  const visit = await enter(browser, 'audit-admin');
  const { page } = visit;
  await page.click('[data-test="menu /audit/entries"]');
  const first = page.locator('[data-test=entries] tbody tr button').first();
  await first.waitFor();
  await picture(page, 'audit-log-zh');
  await first.click();
  await page.locator('[data-test=entry]').waitFor();
  await page.locator('[data-test=receipt]').click();
  await page.locator('.el-drawer pre').waitFor();
  await picture(page, 'audit-entry-zh');
  await wellMade(visit);
  await page.keyboard.press('Escape');
  await page.click('[data-test=logout]');
  await page.locator('#kc-login').waitFor();
  await visit.context.close();
}

mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
try {
  await steward(browser);
  await auditAdmin(browser);
  console.log(`journey: all well; pictures in ${pictures}`);
} catch (error) {
  const page = browser.contexts().at(-1)?.pages().at(-1);
  await page?.screenshot({ path: join(pictures, 'failed.png') }).catch(() => undefined);
  console.error(`journey: ${error.message.split('\n')[0]} (at ${page?.url()}; see ${join(pictures, 'failed.png')})`);
  process.exitCode = 1;
} finally {
  await browser.close();
}

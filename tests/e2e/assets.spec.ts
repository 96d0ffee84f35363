import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DESK, Person, expect, test } from './people.js';

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const published = (file: string) => readFileSync(`../../crates/server/demo/library/files/${file}`);

/** Goes to the library by the navigation, and sees that there is something. */
async function library(rep: Person) {
  await rep.page.getByRole('navigation').getByRole('link', { name: 'Assets' }).click();
  await expect(rep.page.getByRole('heading', { level: 1, name: 'Assets' })).toBeVisible();
  await expect(rep.page.locator('[data-id]').first()).toBeVisible();
}

/** Waits until the server has looked into a file of the demo: it begins with that when it starts. */
async function whatStandsIn(rep: Person, words: string) {
  const found = async () => (await (await rep.page.request.get(`/api/v1/assets?q=${encodeURIComponent(words)}`)).json()).total;
  await expect.poll(found, { timeout: 100_000 }).toBeGreaterThan(0);
}

/** Ticks a value: in the column of a desk, or in the sheet of a phone. */
async function ticks(rep: Person, value: RegExp, phone: boolean) {
  if (phone) await rep.page.getByRole('button', { name: /^Filters/ }).click();
  await rep.page.getByRole('checkbox', { name: value }).check();
  if (phone) await rep.page.getByRole('button', { name: /^Show (one asset|\d+ assets)$/ }).click();
}

test('a rep finds a file by words on its third page, opens it there and downloads it', async ({ rep }) => {
  const { page } = rep;
  await whatStandsIn(rep, 'periods of deletion');
  await library(rep);
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();

  await page.getByRole('searchbox', { name: 'Search assets' }).pressSequentially('periods of deletion');
  const card = page.locator('[data-id]', { hasText: 'Security white paper' });
  await expect(card.locator('mark').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Collections' })).toHaveCount(0);
  await rep.findsThePageAccessible();
  await card.getByRole('link', { name: /^Page 3/ }).click();

  await expect(page).toHaveURL(/\/assets\/[^/?]+\?page=3$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Security white paper' })).toBeVisible();
  const third = page.getByRole('img', { name: 'Page 3 of Security white paper' });
  await expect(third).toBeInViewport();
  await expect.poll(() => third.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).toBeGreaterThan(100);
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByRole('img', { name: 'Page 4 of Security white paper' })).toBeInViewport();
  await page.getByRole('button', { name: 'Previous page' }).click();
  await expect(page).toHaveURL(/\?page=3$/);

  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Download/ }).first().click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('Aurora security white paper.pdf');
  expect(digest(readFileSync(await download.path()))).toBe(digest(published('security-white-paper-v2.pdf')));
  await expect(page.locator('[data-version="2"]')).toContainText('You have this one');

  await page.getByRole('link', { name: 'Back to Assets' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('periods of deletion');
  await expect(card).toBeVisible();
});

test('a word with a slip finds what was meant, and says so', async ({ rep }) => {
  await library(rep);
  await rep.page.getByRole('searchbox', { name: 'Search assets' }).fill('securty');
  await expect(rep.page.getByText(/^Nothing has “securty”\. Showing “security”\./)).toBeVisible();
  await expect(rep.page.locator('[data-id]', { hasText: 'Security white paper' })).toBeVisible();
  await rep.page.getByRole('searchbox').fill('zeppelinwerft');
  await expect(rep.page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await rep.findsThePageAccessible();
  await rep.page.getByRole('button', { name: 'Clear all' }).click();
  await expect(rep.page.locator('[data-id]').first()).toBeVisible();
});

test('values narrow the library, stand in the address and are taken out again', async ({ rep }, info) => {
  const phone = info.project.name === 'phone';
  const { page } = rep;
  await library(rep);
  await ticks(rep, /^Data sheet, /, phone);
  await expect(page).toHaveURL(/\?kind=data_sheet/);
  await expect(page.locator('[data-id]')).toHaveCount(6);
  await ticks(rep, /^Fleet, /, phone);
  await expect(page).toHaveURL(/product=fleet/);
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Remove Kind: Data sheet' })).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/product=fleet/);
  await page.getByRole('button', { name: 'Remove Kind: Data sheet' }).click();
  await expect(page.getByRole('heading', { name: 'Collections' })).toBeVisible();
});

test('a collection has its assets in its order', async ({ rep }) => {
  await library(rep);
  await rep.page.getByRole('link', { name: /^Playbook: first call/ }).click();
  await expect(rep.page.getByText('Everything for the first hour with a depot operator')).toBeVisible();
  await expect(rep.page.locator('[data-id] h2').first()).toHaveText('First-call playbook');
  await rep.findsThePageAccessible();
  await rep.page.getByRole('link', { name: 'All assets' }).click();
  await expect(rep.page.getByRole('heading', { name: 'Collections' })).toBeVisible();
});

test('a film has its captions, and a mail is read without any rights', async ({ rep }) => {
  const { page } = rep;
  await library(rep);
  await page.getByRole('searchbox').fill('look at the board');
  await page.getByRole('link', { name: 'Clip: a look at the board', exact: true }).click();
  const film = page.locator('video');
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.readyState)).toBeGreaterThan(0);
  await expect(film.locator('track')).toHaveCount(2);
  await rep.findsThePageAccessible();

  await page.getByRole('link', { name: 'Back to Assets' }).click();
  await page.getByRole('searchbox').fill('mail first contact');
  await page.getByRole('link', { name: 'Mail: first contact', exact: true }).click();
  await expect(page.locator('iframe[sandbox=""]')).toBeVisible();
  // No axe here: it wants to run its script in the frame, which lets none run.
});

test('what is for another tier is not found, whatever is asked', async ({ rep, browser, baseURL, manager }) => {
  await manager.page.goto('/assets?q=proposal+template');
  await manager.page.getByRole('link', { name: 'Proposal template', exact: true }).click();
  await expect(manager.page.getByText('Tiers: Gold, Platinum')).toBeVisible();
  const address = new URL(manager.page.url()).pathname;

  await rep.page.goto(address);
  await expect(rep.page.getByRole('heading', { level: 1, name: 'Proposal template' })).toBeVisible();
  const silver = await Person.at(browser, DESK, baseURL);
  await silver.signsIn('rep@kestrel.example');
  await silver.page.goto('/assets?q=proposal+template');
  await expect(silver.page.getByRole('status').filter({ hasText: /asset/ })).toBeVisible();
  await expect(silver.page.getByRole('link', { name: 'Proposal template', exact: true })).toHaveCount(0);
  await silver.page.goto(address);
  await expect(silver.page.getByRole('heading', { name: 'Not found' })).toBeVisible();
  await silver.page.context().close();
});

test('an open deal leads to material for it', async ({ rep }, info) => {
  const { page } = rep;
  await page.goto('/deals');
  await page.locator('[data-id]').first().click();
  if (info.project.name === 'phone') await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByRole('link', { name: 'Find material for this deal' }).click();
  await expect(page.getByRole('button', { name: 'Remove For this deal' })).toBeVisible();
  await expect(page.locator('[data-id]').first()).toBeVisible();
});

test('the library in German', async ({ rep }) => {
  await rep.page.getByRole('button', { name: /^You/ }).click();
  await rep.page.getByLabel('Language').selectOption('de');
  await rep.page.getByRole('button', { name: 'Fertig' }).click();
  await rep.page.getByRole('navigation').getByRole('link', { name: 'Material' }).click();
  await expect(rep.page.getByRole('heading', { level: 1, name: 'Material' })).toBeVisible();
  await expect(rep.page.locator('[data-id]').first()).toBeVisible();
  await rep.findsNothingToScrollSideways();
});

test('a rep learns whether files at hand are current', async ({ rep }) => {
  const { page } = rep;
  await library(rep);
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByLabel('Is my copy current?').setInputFiles([
    file('from last year.pdf', published('fleet-data-sheet-v1.pdf')),
    file('renamed.pdf', published('fleet-data-sheet-v3.pdf')),
    file('mine.txt', Buffer.from('nobody else has this')),
  ]);
  await expect(page.locator('[data-copy="from last year.pdf"]')).toContainText('Superseded by version 3');
  await expect(page.locator('[data-copy="renamed.pdf"]')).toContainText('This is the current version');
  await expect(page.locator('[data-copy="mine.txt"]')).toContainText('Not from this library');
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();
  await page.locator('[data-copy="from last year.pdf"]').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fleet data sheet' })).toBeVisible();
});

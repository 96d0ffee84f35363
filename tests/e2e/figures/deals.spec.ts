import type { Locator } from '@playwright/test';
import { DESK, PHONE, Person, aDeal, expect, inDays, test } from '../people.js';
import { record } from './record.js';

const ROWS = 5_000;

test('scrolling a long list on a slow phone', async ({ browser, baseURL }) => {
  const { page } = await (await Person.at(browser, PHONE, baseURL)).signsIn('rep@bluepeak.example');
  await page.goto('/deals?show=all');
  await expect(page.locator('[data-id]')).toHaveCount(50);
  const slow = await page.context().newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((task) => task.duration))).observe({ type: 'longtask' });
  });
  // What measures is measured: a task that is too long is seen.
  await page.evaluate(() => { setTimeout(() => { const end = performance.now() + 120; while (performance.now() < end); }); });
  const seen = () => page.evaluate(() => (window as unknown as { tasks: number[] }).tasks.length);
  await expect.poll(seen).toBeGreaterThan(0);
  await page.evaluate(() => { (window as unknown as { tasks: number[] }).tasks.length = 0; });
  const more = page.getByRole('button', { name: 'Show more' });
  for (let rows = 50; rows < 200; rows = await page.locator('[data-id]').count()) {
    await slow.send('Input.synthesizeScrollGesture', { x: 195, y: 500, yDistance: -6_000, speed: 3_000 });
    if (!await more.isVisible()) break;
    await more.tap();
    await expect(page.locator('[data-id]')).not.toHaveCount(rows);
  }
  await slow.send('Input.synthesizeScrollGesture', { x: 195, y: 500, yDistance: 12_000, speed: 6_000 });
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  expect(Math.max(0, ...tasks)).toBeLessThanOrEqual(100);
  record({
    'slow phone: rows scrolled through': await page.locator('[data-id]').count(),
    'slow phone: longest task while scrolling, ms (0: none over 50)': Math.round(Math.max(0, ...tasks)),
  });
});

test('an import of 5,000 rows', async ({ browser, baseURL }) => {
  const { page } = await (await Person.at(browser, DESK, baseURL)).signsIn('rep@bluepeak.example');
  const head = ['Customer name', 'Website', 'Country', 'Contact name', 'Contact email', 'Customer agrees', 'Products', 'Estimated value', 'Currency', 'Expected close date', 'Customer need'];
  const row = (at: number) => [
    `Imported ${at}`, `https://imported-${at}.example`, 'DE', 'Ines Vogt', `ines@imported-${at}.example`, 'yes', 'Fleet', '50000.00', 'EUR',
    inDays(90), 'Replace paper delivery notes in 40 depots before the autumn season.',
  ];
  const file = [head, ...Array.from({ length: ROWS }, (_, at) => row(at))].map((cells) => cells.join(',')).join('\r\n');
  await page.goto('/deals/import');
  const began = Date.now();
  await page.getByLabel('Choose a file').setInputFiles({ name: 'many.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await expect(page.getByRole('heading', { name: 'What do the columns hold?' })).toBeVisible();
  const read = Date.now();
  await page.getByRole('button', { name: 'Check the rows' }).click();
  const go = page.getByRole('button', { name: /^Import [0-9,]+ rows$/ });
  await expect(go).toBeVisible({ timeout: 60_000 });
  const checked = Date.now();
  await go.click();
  await expect(page.getByRole('heading', { name: /deals imported\.$/ })).toBeVisible({ timeout: 120_000 });
  record({
    'import of 5,000 rows: sent and read, ms': read - began,
    'import of 5,000 rows: checked, ms': checked - read,
    'import of 5,000 rows: carried out, ms': Date.now() - checked,
  });
});

test('what registering a deal takes beside its text', async ({ browser, baseURL }) => {
  const { page } = await (await Person.at(browser, PHONE, baseURL)).signsIn('rep@bluepeak.example');
  const deal = aDeal();
  let taps = 0;
  const tap = async (what: Locator) => {
    taps += 1;
    await what.tap();
  };
  const types = async (label: string, text: string) => {
    const field = page.getByLabel(label, { exact: true });
    if (!await field.isVisible() || await field.inputValue() !== '') return;
    await tap(field);
    await page.keyboard.type(text);
  };
  // A picker of the phone's: one tap opens it, one chooses; a day takes three more, to another month.
  const picks = async (label: string, choose: (field: Locator) => Promise<unknown>, cost: number) => {
    const field = page.getByLabel(label, { exact: true });
    if (!await field.isVisible() || await field.inputValue() !== '') return;
    taps += cost;
    await choose(field);
  };
  const ticks = async (box: Locator) => {
    if (await box.isVisible() && !await box.isChecked()) await tap(box);
  };
  await tap(page.getByRole('link', { name: 'Register a deal' }).first());
  await expect(page.getByLabel('Customer name', { exact: true })).toBeVisible();
  const submit = page.getByRole('button', { name: 'Submit registration' });
  const onward = page.getByRole('button', { name: 'Continue' });
  for (let step = 0; step < 10; step += 1) {
    await types('Customer name', deal.customer);
    await types('Customer website', deal.website);
    await picks('Country', (field) => field.selectOption('DE'), 2);
    await types('Contact name', deal.contact);
    await types('Contact email', deal.email);
    await ticks(page.getByRole('checkbox', { name: /^The customer agrees/ }));
    await ticks(page.getByRole('checkbox', { name: 'Fleet', exact: true }));
    await types('Estimated value', deal.value);
    await picks('Expected close date', (field) => field.fill(inDays(90)), 5);
    await types('Customer need', deal.need);
    if (!await onward.isVisible()) break;
    await tap(onward);
  }
  await tap(submit);
  await expect(page).toHaveURL(/\/deals\/[0-9a-f]{32}$/);
  record({ 'registering a deal on a phone, from home: taps beside the text (at most 40)': taps });
  expect(taps).toBeLessThanOrEqual(40);
});

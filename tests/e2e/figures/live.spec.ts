import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { DESK, PHONE, Person, expect, inDays, test } from '../people.js';
import { quantile, record } from './record.js';

const ROUNDS = 40;
const LOADS = 9;
const figures: Record<string, number> = {};

async function comment(manager: APIRequestContext, id: string, text: string): Promise<void> {
  const answer = await manager.post(`/api/v1/deals/${id}/request-info`, {
    headers: { 'x-requested-with': 'portico', 'idempotency-key': randomUUID() }, data: { comment: text, fields: ['need'] },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** When each row took its new state, and which rows were touched. */
async function watchRows(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = { at: {} as Record<string, number>, rows: [] as string[] };
    (window as unknown as { seen: typeof seen }).seen = seen;
    new MutationObserver((changes) => {
      const now = performance.timeOrigin + performance.now();
      const rows = new Set<string>();
      for (const change of changes) {
        const element = change.target instanceof Element ? change.target : change.target.parentElement;
        const row = element?.closest('[data-id]');
        if (row) rows.add(row.getAttribute('data-id')!);
      }
      for (const id of rows) {
        seen.rows.push(id);
        if (document.querySelector(`[data-id="${id}"] [data-review=info_requested]`)) seen.at[id] ??= now;
      }
    }).observe(document.querySelector('main')!, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

test('a status change, from its commit to the row in another browser', async ({ browser, baseURL }) => {
  const rep = await (await Person.at(browser, DESK, baseURL)).signsIn('rep@bluepeak.example');
  const manager = await (await Person.at(browser, DESK, baseURL)).signsIn('manager@aurora.example');
  const { page } = rep;
  const waiting: string[] = [];
  for (let number = 0; number < ROUNDS; number += 1) {
    const made = await page.request.post('/api/v1/deals', {
      headers: { 'x-requested-with': 'portico', 'idempotency-key': randomUUID() },
      data: {
        submit: true, customer: { name: `Measured ${number}`, website: `https://measured-${number}.example`, country: 'DE' },
        contact: { name: 'Ines Vogt', email: 'ines@measured.example', consent: true }, closeDate: inDays(90),
        products: [{ product: 'fleet', quantity: 1 }], value: { amount: '50000.00', currency: 'EUR' },
        need: 'Replace paper delivery notes in 40 depots before the autumn season.',
      },
    });
    expect(made.status(), await made.text()).toBe(201);
    waiting.push((await made.json()).id);
  }
  await page.goto('/deals?show=all');
  await expect(page.locator('[data-live=open]')).toBeVisible();
  await expect(page.locator('[data-id]')).toHaveCount(50);
  while (await page.getByRole('button', { name: 'Show more' }).isVisible() && await page.locator('[data-id]').count() < 200) {
    const before = await page.locator('[data-id]').count();
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect(page.locator('[data-id]')).not.toHaveCount(before);
  }
  figures['rows in the list'] = await page.locator('[data-id]').count();
  await watchRows(page);
  const latencies: number[] = [];
  let touched = 0;
  for (const id of waiting) {
    await page.evaluate(() => { (window as unknown as { seen: { rows: string[] } }).seen.rows = []; });
    await comment(manager.page.request, id, 'Which depots?');
    const at = async () => page.evaluate((deal) => (window as unknown as { seen: { at: Record<string, number> } }).seen.at[deal], id);
    await expect.poll(at, { intervals: [20] }).toBeTruthy();
    const events = await (await manager.page.request.get(`/api/v1/deals/${id}/timeline`)).json();
    const committed = Math.max(...events.items.map((event: { time: string }) => Date.parse(event.time)));
    latencies.push((await at()) - committed);
    const rows = await page.evaluate(() => (window as unknown as { seen: { rows: string[] } }).seen.rows);
    touched = Math.max(touched, new Set(rows).size);
  }
  figures['commit to DOM, median ms'] = Math.round(quantile(latencies, 0.5));
  figures['commit to DOM, p95 ms'] = Math.round(quantile(latencies, 0.95));
  figures['commit to DOM, worst ms'] = Math.round(Math.max(...latencies));
  figures['rows touched by one event'] = touched;
  expect(touched).toBe(1);
});

test('the first route on a slow phone', async ({ browser, baseURL }) => {
  const firsts: number[] = [];
  const largests: number[] = [];
  const usables: number[] = [];
  for (let load = 0; load < LOADS; load += 1) {
    const person = await Person.at(browser, PHONE, baseURL);
    const { page } = person;
    const slow = await page.context().newCDPSession(page);
    await slow.send('Network.enable');
    // What Lighthouse calls a slow 4G, applied: 1.6 Mbit/s, 150 ms, and a processor four times slower.
    await slow.send('Network.emulateNetworkConditions', {
      offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 675_000 / 8,
    });
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto('/');
    await page.getByLabel('Email').waitFor();
    usables.push(await page.evaluate(() => performance.now()));
    const [first, largest] = await page.evaluate(async () => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      const last = await new Promise<number>((done) => {
        new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? 0))
          .observe({ type: 'largest-contentful-paint', buffered: true });
      });
      return [paint, last];
    });
    firsts.push(first);
    largests.push(largest);
    await page.context().close();
  }
  figures['slow phone: first contentful paint, median ms'] = Math.round(quantile(firsts, 0.5));
  figures['slow phone: largest contentful paint, median ms'] = Math.round(quantile(largests, 0.5));
  figures['slow phone: sign-in usable, median ms'] = Math.round(quantile(usables, 0.5));
});

test.afterAll(() => { record(figures); });

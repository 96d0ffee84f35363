import { readFile } from 'node:fs/promises';
import { type Download } from '@playwright/test';
import { aDeal, expect, test } from './people.js';

const text = async (download: Download) => readFile((await download.path())!, 'utf8');

test('an exported list is brought back with a row that needs mending, which comes back in a file', async ({ rep }) => {
  const { page } = rep;
  const deal = aDeal();
  await rep.registers(deal);
  await page.goto(`/deals?q=${encodeURIComponent(deal.customer)}`);
  const [exported] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export' }).click()]);
  expect(exported.suggestedFilename()).toMatch(/^deals-\d{4}-\d\d-\d\d\.csv$/);
  const [head, row] = (await text(exported)).split('\r\n');
  expect(row).toContain(deal.customer);

  // Two other customers, one of them in a country that there is not.
  const other = (name: string) => row.replaceAll(deal.customer, `${deal.customer} ${name}`).replaceAll('quayside-', `${name}-`);
  const file = [head, other('north'), other('south').replace('"DE"', '"Mars"'), ''].join('\r\n');
  await page.getByRole('link', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import deals' })).toBeVisible();
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();
  await page.getByLabel('Choose a file').setInputFiles({ name: 'partners.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });

  await expect(page.getByRole('heading', { name: 'What do the columns hold?' })).toBeFocused();
  await expect(page.getByLabel('Customer name holds')).toHaveValue('/customer/name');
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();
  await page.getByRole('button', { name: 'Check the rows' }).click();

  await expect(page.getByRole('heading', { name: 'One row is good.' })).toBeFocused();
  await expect(page.getByText('Enter the country’s code of two letters')).toBeVisible();
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();
  await page.getByRole('button', { name: 'Import one row' }).click();

  await expect(page.getByRole('heading', { name: 'One deal imported.' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'One deal imported.' })).toBeVisible();
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();
  const [left] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download these rows' }).click()]);
  const lines = (await text(left)).trimEnd().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/"What to mend"$/);
  expect(lines[1]).toContain('"Mars"');
  await page.getByRole('link', { name: 'Show the deals' }).click();
  await expect(rep.row(`${deal.customer} north`)).toBeVisible();
});

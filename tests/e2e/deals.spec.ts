import { expect, test } from './people.js';

test('home shows what waits, and leads there', async ({ rep }) => {
  await expect(rep.page.getByRole('heading', { level: 1 })).toContainText('Mira');
  const waiting = rep.page.getByRole('region', { name: 'Waiting for you' });
  await expect(waiting.getByText('needs an answer').first()).toBeVisible();
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();
  await rep.page.getByRole('button', { name: 'Show as table' }).click();
  await expect(rep.page.getByRole('table')).toBeVisible();
  await waiting.getByText('needs an answer').first().click();
  await expect(rep.page.getByRole('heading', { level: 1, name: 'Answer' })).toBeVisible();
});

test('200 deals are filtered, searched and opened', async ({ rep }) => {
  const { page } = rep;
  await page.getByRole('navigation').getByRole('link', { name: 'Deals' }).click();
  await expect(page.getByRole('button', { name: /^All \d{3}/ })).toBeVisible();
  await expect(page.locator('[data-id]')).toHaveCount(50);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(page.locator('[data-id]')).not.toHaveCount(50);
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();

  await page.getByRole('button', { name: /^Decided/ }).click();
  await expect(page.locator('[data-review=rejected]').first()).toBeVisible();
  await expect(page.locator('[data-review=submitted]')).toHaveCount(0);
  await expect(page).toHaveURL(/show=decided/);

  await page.getByRole('button', { name: /^All/ }).click();
  // The rows are those of the new set, not of the one before.
  await expect(page.getByRole('button', { name: /^All/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-review=submitted]').first()).toBeVisible();
  const customer = (await page.locator('[data-id]').nth(3).locator('h2, td a').innerText()).trim();
  await page.getByRole('searchbox').fill(customer);
  await expect(page.locator('[data-id]')).toHaveCount(1);
  await page.locator('[data-id]').click();
  await expect(page.getByRole('heading', { level: 1, name: customer })).toBeVisible();
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue(customer);

  await page.getByRole('searchbox').fill('no such customer anywhere');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await rep.findsThePageAccessible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.locator('[data-id]')).toHaveCount(50);
});

test('what was typed is shown as text, whatever it is', async ({ rep }, info) => {
  const { aDeal } = await import('./people.js');
  const deal = { ...aDeal(), need: '<img src=x onerror=alert(1)> & <script>alert(2)</script> in every depot' };
  const shouted: string[] = [];
  rep.page.on('dialog', (dialog) => { shouted.push(dialog.message()); void dialog.dismiss(); });
  await rep.registers({ ...deal, contact: '<b>Ines</b>' });
  if (info.project.name === 'phone') await rep.page.getByRole('tab', { name: 'Details' }).click();
  await expect(rep.page.getByText(deal.need)).toBeVisible();
  await expect(rep.page.getByText('<b>Ines</b>')).toBeVisible();
  expect(shouted).toEqual([]);
});

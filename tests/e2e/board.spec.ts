import { DESK, Person, expect, test } from './people.js';

test('a filter is put together, kept, found on another device and removed', async ({ rep, browser, baseURL }) => {
  const { page } = rep;
  const name = `Fleet soon ${Date.now().toString(36)}`;
  await page.goto('/deals');
  await page.getByRole('button', { name: /^Filters/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('checkbox', { name: 'Fleet', exact: true }).check();
  await sheet.getByLabel('Expected close date').selectOption('next-90-days');
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();
  await sheet.getByRole('button', { name: /^Show \d+ deals$/ }).click();
  await expect(page).toHaveURL(/product=fleet&closes=next-90-days/);
  await expect(page.getByRole('button', { name: 'Remove Closes: Next 90 days' })).toBeVisible();
  await page.getByRole('button', { name: 'Save filter' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Save filter' }).click();
  await expect(page.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();

  const elsewhere = await Person.at(browser, DESK, baseURL);
  await elsewhere.signsIn('rep@bluepeak.example');
  await elsewhere.page.goto('/deals');
  await elsewhere.page.getByRole('button', { name }).click();
  await expect(elsewhere.page).toHaveURL(/closes=next-90-days/);
  await elsewhere.page.context().close();

  await page.getByRole('button', { name: 'Kept filters' }).click();
  await page.getByRole('button', { name: `Remove ${name}` }).click();
  await expect(page.getByText(`“${name}” is removed.`)).toBeVisible();
  await rep.findsThePageAccessible();
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name })).toHaveCount(0);
});

test('a card is dragged, taken back, and moved by keyboard', async ({ rep }) => {
  const { page } = rep;
  test.skip((page.viewportSize()?.width ?? 0) < 960, 'the board is for a desk');
  await page.goto('/deals');
  await page.getByRole('button', { name: 'Board' }).click();
  const column = (key: string) => page.locator(`[data-column="${key}"]`);
  const card = column('prospect').locator('[data-moves]').first();
  const id = await card.getAttribute('data-id');
  await rep.findsThePageAccessible();

  const [from, to] = [(await card.boundingBox())!, (await column('qualified').boundingBox())!];
  await page.mouse.move(from.x + 30, from.y + from.height - 12);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + from.height, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(column('qualified').locator(`[data-id="${id}"]`)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(column('prospect').locator(`[data-id="${id}"]`)).toBeVisible();
  await expect(page.getByText('again.')).toBeVisible();

  await page.locator(`#card-${id}`).focus();
  await page.keyboard.press('m');
  await page.getByRole('dialog').getByRole('button', { name: 'Proposal' }).click();
  await expect(column('proposal').locator(`[data-id="${id}"]`)).toBeVisible();
  await expect(page.locator(`#card-${id}`)).toBeFocused();
  await page.reload();
  await expect(column('proposal').locator(`[data-id="${id}"]`)).toBeVisible();
});

test('many deals are moved at once', async ({ rep }) => {
  const { page } = rep;
  await page.goto('/deals?review=approved&stage=qualified&sort=closeDate');
  await expect(page.locator('[data-id]').first()).toBeVisible();
  const desk = (page.viewportSize()?.width ?? 0) >= 960;
  if (!desk) await page.getByRole('button', { name: 'Select', exact: true }).click();
  const boxes = page.locator('[data-id] input[type=checkbox]');
  await boxes.nth(0).check();
  await boxes.nth(2).click({ modifiers: ['Shift'] });
  await expect(page.getByText('3 selected')).toBeVisible();
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();
  await page.getByRole('button', { name: 'Move on' }).click();
  await page.getByRole('dialog').getByLabel('Committed').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Carry out for 3 deals' }).click();
  await expect(page.getByRole('heading', { name: '3 were done' })).toBeVisible();
  await rep.findsThePageAccessible();
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('3 selected')).toHaveCount(0);
});

import { aDeal, expect, test } from './people.js';

test('the rep sees the approval without a reload, and the manager had the deal within a second', async ({ rep, manager }) => {
  const deal = aDeal();
  await manager.page.goto('/desk');
  await expect(manager.page.locator('[data-live=open]').first()).toBeVisible();
  const id = await rep.registers(deal);
  const submitted = Date.now();
  await expect(manager.row(deal.customer)).toBeVisible({ timeout: 1_000 });
  expect(Date.now() - submitted).toBeLessThan(1_000);
  await expect(manager.page.getByText(`Bluepeak Consulting registered ${deal.customer}`)).toBeVisible();
  await manager.findsThePageAccessible();

  let reloads = 0;
  rep.page.on('framenavigated', () => { reloads += 1; });
  await manager.approves(deal.customer);
  // The notice goes by itself, so it is looked for first.
  await expect(rep.page.getByText(`${deal.customer}: approved by Jonas Weber.`)).toBeVisible();
  await manager.findsThePageAccessible();
  await expect(manager.page.locator(`.queue [data-id="${id}"]`)).toHaveCount(0);

  // The detail and the timeline.
  await expect(rep.page.locator('main [data-review=approved]').first()).toBeVisible();
  await expect(rep.page.getByText(/^Protected until/)).toBeVisible();
  const story = rep.page.getByRole('listitem').filter({ hasText: 'Approved by Aurora Systems' });
  await expect(story).toHaveCount(1);
  expect(reloads).toBe(0);
});

test('the manager asks, the rep answers only what was asked, and it comes back', async ({ rep, manager }) => {
  const deal = aDeal();
  await rep.registers(deal);
  await manager.opensAtTheDesk(deal.customer);
  await manager.page.keyboard.press('i');
  const dialog = manager.page.getByRole('dialog');
  await dialog.getByLabel('Comment').fill('Which of the 40 depots come first?');
  await dialog.getByRole('checkbox', { name: 'Customer need' }).check();
  await dialog.getByRole('button', { name: 'Ask' }).click();

  await expect(rep.page.locator('main [data-review=info_requested]').first()).toBeVisible();
  await rep.page.getByRole('link', { name: 'Answer' }).click();
  await expect(rep.page.getByText('Which of the 40 depots come first?')).toBeVisible();
  await expect(rep.page.getByLabel('Customer name')).toHaveCount(0);
  await rep.page.getByLabel('Customer need').fill('The twelve northern depots come first, before October.');
  await rep.findsThePageAccessible();
  await rep.page.getByRole('button', { name: 'Send answer' }).click();
  await expect(rep.page.locator('main [data-review=submitted]').first()).toBeVisible();
  await expect(manager.row(deal.customer)).toBeVisible();
  await expect(manager.page.locator('main [data-review=submitted]').first()).toBeVisible();
});

test('both sides write to each other, and a note stays with the vendor', async ({ rep, manager }) => {
  const deal = aDeal();
  await rep.registers(deal);
  await manager.opensAtTheDesk(deal.customer);
  await manager.page.getByLabel('Write to the partner, or a note').fill('Their CFO is a friend of ours.');
  await manager.page.getByRole('button', { name: 'Only us' }).click();
  await manager.page.getByRole('button', { name: 'Send' }).click();
  await expect(manager.page.getByText('Internal note')).toBeVisible();
  await manager.page.getByRole('button', { name: 'Partner sees it' }).click();
  await manager.page.getByLabel('Write to the partner, or a note').fill('All depots at once?');
  await manager.page.getByRole('button', { name: 'Send' }).click();

  await expect(rep.page.getByText('All depots at once?')).toBeVisible();
  await expect(rep.page.getByText('Their CFO is a friend of ours.')).toHaveCount(0);
  await rep.page.getByLabel('Write to your channel manager').fill('Yes, all of them.');
  await rep.page.getByRole('button', { name: 'Send' }).click();
  await expect(manager.page.getByText('Yes, all of them.')).toBeVisible();
});

test('tabs share one stream, and the next one takes over', async ({ rep }) => {
  const context = rep.page.context();
  let streams = 0;
  context.on('request', (request) => { if (request.url().includes('/api/v1/events')) streams += 1; });
  await rep.page.goto('/deals');
  await expect(rep.page.locator('[data-live=open]')).toBeVisible();
  const before = streams;
  const other = await context.newPage();
  await other.goto('/deals');
  await expect(other.locator('[data-live=open]')).toBeVisible();
  expect(streams).toBe(before);
  await rep.page.close();
  await expect.poll(() => streams).toBe(before + 1);
  await expect(other.locator('[data-live=open]')).toBeVisible();
});

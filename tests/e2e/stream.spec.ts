import { DESK, Person, aDeal, expect, test } from './people.js';
import { Portal } from './portal.js';

test('the stream is cut and comes back: nothing is missed, nothing shown twice', async ({ browser }, info) => {
  await Portal.with(async (portal) => {
    const rep = await (await Person.at(browser, info.project.use, portal.address)).signsIn('rep@bluepeak.example');
    const deal = aDeal();
    await rep.registers(deal);
    await rep.page.goto('/deals');
    await expect(rep.page.locator('[data-live=open]')).toBeVisible();
    await portal.isKilled();
    await expect(rep.page.locator('[data-live=cut]')).toBeVisible();
    await portal.starts();
    // Before the rep's browser is back, or just after: either way it is told once.
    const manager = await (await Person.at(browser, DESK, portal.address)).signsIn('manager@aurora.example');
    await manager.approves(deal.customer);
    await expect(rep.page.locator('[data-live=open]')).toBeVisible({ timeout: 40_000 });
    await expect(rep.row(deal.customer).locator('[data-review=approved]')).toBeVisible();
    await rep.row(deal.customer).click();
    await expect(rep.page.getByRole('listitem').filter({ hasText: 'Approved by Aurora Systems' })).toHaveCount(1);
    await rep.page.context().close();
    await manager.page.context().close();
  });
});

test('the row of an open list changes by itself, and no other', async ({ browser }, info) => {
  // A portal of its own: nobody else's deals change meanwhile.
  await Portal.with(async (portal) => {
    const rep = await (await Person.at(browser, info.project.use, portal.address)).signsIn('rep@bluepeak.example');
    const manager = await (await Person.at(browser, DESK, portal.address)).signsIn('manager@aurora.example');
    const deal = aDeal();
    const id = await rep.registers(deal);
    await rep.page.goto('/deals');
    await expect(rep.page.locator('[data-live=open]')).toBeVisible();
    const row = rep.page.locator(`[data-id="${id}"]`);
    await expect(row.locator('[data-review=submitted]')).toBeVisible();
    await rep.page.evaluate(() => {
      const touched = new Set<string>();
      (window as unknown as { touched: Set<string> }).touched = touched;
      const seen = new MutationObserver((changes) => {
        for (const change of changes) {
          const element = change.target instanceof Element ? change.target : change.target.parentElement;
          const owner = element?.closest('[data-id]');
          if (owner) touched.add(owner.getAttribute('data-id') ?? '');
        }
      });
      seen.observe(document.querySelector('main')!, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    await manager.opensAtTheDesk(deal.customer);
    await manager.page.getByRole('button', { name: 'Reject' }).click();
    const dialog = manager.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Choose the reason');
    await manager.findsThePageAccessible();
    await dialog.getByLabel('Reason').selectOption('no_budget');
    await dialog.getByLabel('Comment').fill('Come back when there is a budget.');
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await expect(row.locator('[data-review=rejected]')).toBeVisible();
    const touched = await rep.page.evaluate(() => [...(window as unknown as { touched: Set<string> }).touched]);
    expect(touched).toEqual([id]);
    await row.click();
    await expect(rep.page.getByText('Come back when there is a budget.').first()).toBeVisible();
    await rep.page.context().close();
    await manager.page.context().close();
  });
});

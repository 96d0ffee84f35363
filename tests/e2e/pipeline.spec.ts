import { DESK, Person, aDeal, expect, test } from './people.js';
import { Portal } from './portal.js';

test('a stage of the tenant’s own is added, a deal moves to it, and pictures and forecast follow', async ({ browser }, info) => {
  await Portal.with(async (portal) => {
    const admin = await (await Person.at(browser, info.project.use, portal.address)).signsIn('admin@aurora.example');
    await admin.page.goto('/settings/stages');
    await admin.page.getByRole('button', { name: 'Add a stage' }).click();
    await expect(admin.page.getByLabel('Name (English)').nth(5)).toBeFocused();
    await admin.page.getByLabel('Name (English)').nth(5).fill('Security review');
    await admin.page.getByLabel('Stands for').last().selectOption('committed');
    await admin.page.locator('[id="/form/stages/5/category"]').selectOption('commit');
    await admin.page.locator('[id="/form/stages/5/probability"]').fill('85');
    await admin.findsThePageAccessible();
    await admin.findsNothingToScrollSideways();
    await admin.page.getByRole('button', { name: 'Save changes' }).click();
    await expect(admin.page.getByText('Saved. The new rules are in force.')).toBeVisible();

    const rep = await (await Person.at(browser, info.project.use, portal.address)).signsIn('rep@bluepeak.example');
    const deal = aDeal();
    const id = await rep.registers(deal);
    const manager = await (await Person.at(browser, DESK, portal.address)).signsIn('manager@aurora.example');
    await manager.approves(deal.customer);
    await manager.page.goto('/pipeline?partner=bluepeak&in=count');
    await expect(manager.page.getByText('Security review: 0 deals')).toBeAttached();

    await rep.page.goto(`/deals/${id}`);
    await rep.does('Move on', async (form) => {
      await form.getByText('Security review', { exact: true }).click();
    });
    await expect(rep.page.locator('main [data-stage=committed]').first()).toHaveText('Security review');
    await expect(rep.page.getByText('Now at Security review')).toBeVisible();
    // The vendor's picture follows without a reload.
    await manager.page.getByRole('link', { name: 'Security review: one deal' }).click();
    await expect(manager.page).toHaveURL(/\/deals(\?|$)/);

    await rep.page.goto('/');
    await rep.page.getByRole('link', { name: 'Pipeline' }).click();
    await expect(rep.page.getByRole('heading', { level: 1, name: 'Pipeline' })).toBeVisible();
    await expect(rep.page.getByRole('heading', { name: 'By expected close' })).toBeVisible();
    await rep.findsThePageAccessible();
    await rep.findsNothingToScrollSideways();
    await rep.page.getByRole('button', { name: 'Show as table' }).first().click();
    await expect(rep.page.getByRole('rowheader', { name: 'Security review' })).toBeVisible();
    await rep.findsThePageAccessible();
    await rep.findsNothingToScrollSideways();

    await rep.page.getByRole('button', { name: 'Forecast' }).first().click();
    await expect(rep.page.getByText('Weighted', { exact: true })).toBeVisible();
    await rep.findsThePageAccessible();
    await rep.findsNothingToScrollSideways();
    const [file] = await Promise.all([rep.page.waitForEvent('download'), rep.page.getByRole('link', { name: 'Export' }).click()]);
    expect(file.suggestedFilename()).toMatch(/^forecast-\d{4}-\d\d-\d\d\.csv$/);
    await rep.page.reload();
    await expect(rep.page.getByText('Weighted', { exact: true })).toBeVisible();
    for (const person of [rep, manager, admin]) await person.page.context().close();
  });
});

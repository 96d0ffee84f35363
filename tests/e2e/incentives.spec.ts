import { DESK, Person, aDeal, expect, test } from './people.js';
import { Portal } from './portal.js';

test('a rule that the vendor changes is in the rep’s preview, and an approval locks the margin with its reasons', async ({ browser }, info) => {
  await Portal.with(async (portal) => {
    const admin = await (await Person.at(browser, info.project.use, portal.address)).signsIn('admin@aurora.example');
    await admin.page.goto('/settings/incentives');
    await admin.page.locator('summary', { hasText: 'Registered deal' }).click();
    await admin.page.getByLabel('Percentage points', { exact: true }).locator('visible=true').first().fill('9.5');
    await admin.page.getByRole('button', { name: 'Add a rule' }).click();
    await admin.findsThePageAccessible();
    await admin.findsNothingToScrollSideways();
    const added = admin.page.locator('details[open]').last();
    await added.getByLabel('Name (English)').fill('Autumn campaign');
    await added.getByLabel('Percentage points', { exact: true }).fill('0,5');
    await added.getByRole('checkbox', { name: 'Fleet', exact: true }).check({ force: true });
    await admin.page.getByRole('button', { name: 'Save changes' }).click();
    await expect(admin.page.getByText('Saved. The new rules are in force.')).toBeVisible();

    const rep = await (await Person.at(browser, info.project.use, portal.address)).signsIn('rep@bluepeak.example');
    const deal = aDeal();
    await rep.page.goto('/deals/new');
    await rep.fills(deal);
    const preview = rep.page.getByRole('region', { name: 'Your margin' });
    await expect(preview.getByText('22% · €11,000')).toBeVisible();
    await preview.getByText('6 rules add to it').click();
    await expect(preview.getByRole('row', { name: /Autumn campaign Product: Fleet 0\.5% €250/ })).toBeVisible();
    await rep.findsThePageAccessible();
    await rep.findsNothingToScrollSideways();
    await rep.page.getByRole('button', { name: 'Submit registration' }).click();
    await expect(rep.page).toHaveURL(/\/deals\/[0-9a-f]{32}$/);
    await expect(rep.page.getByText('22% · €11,000').first()).toBeVisible();

    const manager = await (await Person.at(browser, DESK, portal.address)).signsIn('manager@aurora.example');
    await manager.opensAtTheDesk(deal.customer);
    await manager.page.getByRole('button', { name: /^Approve/ }).click();
    const dialog = manager.page.getByRole('dialog');
    await expect(dialog.getByText('This approval grants')).toBeVisible();
    await expect(dialog.getByText('22% · €11,000')).toBeVisible();
    await dialog.getByRole('button', { name: /^Approve/ }).click();
    await expect(dialog).toHaveCount(0);

    await expect(rep.page.getByText('Margin, locked')).toBeVisible();
    const why = rep.page.getByRole('button', { name: 'See why' });
    if (await why.isVisible()) await why.click();
    const margin = rep.page.getByRole('region', { name: 'Margin', exact: true });
    await expect(margin.getByText(/^Locked since/)).toBeVisible();
    await expect(margin.getByRole('row', { name: /Gold tier Tier: Gold 5% €2,500/ })).toBeVisible();
    await margin.getByText('How it came to be: 2 entries').click();
    await expect(margin.getByText('Version 2 of the rules').first()).toBeVisible();
    await rep.findsThePageAccessible();
    await rep.findsNothingToScrollSideways();

    await rep.page.goto('/rules');
    await expect(rep.page.getByRole('row', { name: /Autumn campaign Product: Fleet 0\.5%/ })).toBeVisible();
    for (const person of [admin, rep, manager]) await person.page.context().close();
  });
});

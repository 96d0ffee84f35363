import { DESK, Person, aDeal, expect, test } from './people.js';
import { Portal } from './portal.js';

test('a vendor admin changes the form and partners fill it at once, old registrations keep theirs', async ({ browser }, info) => {
  await Portal.with(async (portal) => {
    const admin = await (await Person.at(browser, info.project.use, portal.address)).signsIn('admin@aurora.example');
    const rep = await (await Person.at(browser, DESK, portal.address)).signsIn('rep@bluepeak.example');
    const before = aDeal();
    await rep.registers(before);
    const old = new URL(rep.page.url()).pathname;

    await admin.page.goto('/settings');
    await expect(admin.page.getByRole('link', { name: /^Registration form/ })).toBeVisible();
    await admin.findsThePageAccessible();
    await admin.page.getByRole('link', { name: /^Registration form/ }).click();
    await admin.page.getByRole('button', { name: 'Add a field' }).click();
    await expect(admin.page.getByLabel('Label (English)').last()).toBeFocused();
    await admin.page.getByLabel('Label (English)').last().fill('Cost centre');
    for (const type of ['New customer', 'Expansion', 'Renewal']) {
      await admin.page.getByRole('checkbox', { name: type }).last().check({ force: true });
    }
    await admin.findsThePageAccessible();
    await admin.findsNothingToScrollSideways();
    await admin.page.getByRole('button', { name: 'Remove 1', exact: true }).first().click();
    await admin.page.getByLabel('Why').fill('Depots are known from the fleet.');
    await admin.page.getByRole('button', { name: 'Save changes' }).click();
    await expect(admin.page.getByText('Saved. The new rules are in force.')).toBeVisible();

    await rep.page.goto('/deals/new');
    await expect(rep.page.getByLabel('Cost centre')).toBeVisible();
    await expect(rep.page.getByLabel('Number of depots')).toHaveCount(0);
    await rep.fillsWhatIsShown(aDeal());
    await rep.page.getByRole('button', { name: /^Submit registration/ }).click();
    await expect(rep.page.getByRole('alert')).toContainText('One thing to mend');
    await rep.page.getByLabel('Cost centre').fill('4711');
    await rep.page.getByRole('button', { name: /^Submit registration/ }).click();
    await expect(rep.page).toHaveURL(/\/deals\/[0-9a-f]{32}$/);
    await expect(rep.page.getByText('Cost centre')).toBeVisible();
    await rep.page.goto(old);
    await expect(rep.page.getByText('Cost centre')).toHaveCount(0);

    await admin.page.goto('/settings/history');
    await expect(admin.page.getByText('Depots are known from the fleet.')).toBeVisible();
    await admin.page.getByText('What was changed', { exact: true }).locator('visible=true').last().click();
    await expect(admin.page.getByRole('cell', { name: 'Cost centre' })).toBeVisible();
    await admin.findsThePageAccessible();
    await admin.page.getByRole('button', { name: 'Put back' }).click();
    await expect(admin.page.getByText('The rules are those of version 1 again.')).toBeVisible();
    await expect(admin.page.getByText(/^Version 3,/)).toBeVisible();
    for (const person of [rep, admin]) await person.page.context().close();
  });
});

test('anybody reads rules of engagement that are those the system keeps to', async ({ browser, baseURL }, info) => {
  const guest = await Person.at(browser, info.project.use, baseURL);
  await guest.page.goto('/sign-in');
  await guest.page.getByRole('link', { name: 'Rules of engagement' }).click();
  await expect(guest.page.getByText('An approved deal is protected for 90 days, unless the decision says otherwise.')).toBeVisible();
  await expect(guest.page.getByText('Within 16 business hours.')).toBeVisible();
  await guest.findsThePageAccessible();
  await guest.findsNothingToScrollSideways();
  await guest.page.getByRole('link', { name: 'Sign in' }).click();
  await expect(guest.page.getByLabel('Password')).toBeVisible();
  await guest.page.context().close();
});

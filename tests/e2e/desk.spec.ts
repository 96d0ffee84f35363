import { DESK, Person, aDeal, expect, inDays, test } from './people.js';
import { Portal } from './portal.js';

test('a registration finds who sees to it, is approved in steps with a template, and several are at once', async ({ browser }, info) => {
  test.skip(info.project.name !== 'desk', 'rows are picked at a desk');
  await Portal.with(async (portal) => {
    const rep = await (await Person.at(browser, DESK, portal.address)).signsIn('rep@bluepeak.example');
    const jonas = await (await Person.at(browser, DESK, portal.address)).signsIn('manager@aurora.example');
    const ines = await (await Person.at(browser, DESK, portal.address)).signsIn('admin@aurora.example');

    // Before it is handed in the rep sees who has to approve it.
    const large = { ...aDeal(), value: '200.000' };
    await rep.page.goto('/deals/new');
    await rep.fills(large);
    await expect(rep.page.getByText('Now: Channel manager')).toBeVisible();
    await rep.findsThePageAccessible();
    await rep.page.getByRole('button', { name: 'Submit registration' }).click();
    await expect(rep.page).toHaveURL(/\/deals\/[0-9a-f]{32}$/);
    await expect(rep.page.getByText('sees to it')).toHaveCount(0);

    // Germany is Jonas's; he answers with a template, and what he typed comes back.
    await jonas.opensAtTheDesk(large.customer);
    await expect(jonas.page.getByText('Jonas Weber sees to it', { exact: true }).first()).toBeVisible();
    await expect(jonas.page.getByText('because Germany belongs to DACH')).toBeVisible();
    await jonas.page.getByRole('button', { name: /^Mine/ }).click();
    await expect(jonas.row(large.customer)).toBeVisible();
    await jonas.page.keyboard.press('a');
    const dialog = jonas.page.getByRole('dialog');
    await dialog.getByLabel('Comment').fill('Well done.');
    await dialog.getByLabel('Template').selectOption({ label: 'Good luck' });
    await expect(dialog.getByLabel('Comment')).toHaveValue(`${large.customer} is yours. Tell us early if you need help with the offer. Jonas Weber`);
    await jonas.findsThePageAccessible();
    await dialog.getByRole('button', { name: 'Bring back what I had typed' }).click();
    await expect(dialog.getByLabel('Comment')).toHaveValue('Well done.');
    await dialog.getByRole('button', { name: /^Approve/ }).click();
    await expect(jonas.page.getByText('Now: Vendor admin')).toBeVisible();
    await expect(jonas.page.getByRole('group', { name: 'Actions' }).getByRole('button', { name: /^Approve/ })).toHaveCount(0);
    await expect(rep.page.getByText(/^Jonas Weber approved/)).toBeVisible();
    await ines.approves(large.customer);
    await expect(rep.page.locator('main [data-review=approved]').first()).toBeVisible();

    // Several at once; one that was withdrawn meanwhile is told.
    const deals = [aDeal(), aDeal(), aDeal()];
    const ids: string[] = [];
    for (const deal of deals) ids.push(await rep.registers(deal));
    await jonas.page.goto('/desk');
    for (const deal of deals) await jonas.page.getByRole('checkbox', { name: `Pick ${deal.customer}` }).check();
    await expect(jonas.page.getByText('3 picked')).toBeVisible();
    await jonas.findsThePageAccessible();
    await jonas.page.getByRole('button', { name: 'Assign', exact: true }).click();
    await dialog.getByLabel('To whom').selectOption({ label: 'Ines Albrecht' });
    await dialog.getByRole('button', { name: 'Give all 3' }).click();
    await expect(dialog.getByRole('heading', { name: '3 were done' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(jonas.row(deals[0].customer).getByTitle('Ines Albrecht')).toBeVisible();

    for (const deal of deals) await jonas.page.getByRole('checkbox', { name: `Pick ${deal.customer}` }).check();
    await jonas.page.getByRole('group', { name: 'Do the same with several' }).getByRole('button', { name: 'Approve', exact: true }).click();
    await rep.page.goto(`/deals/${ids[1]}`);
    await rep.does('Withdraw', async () => {});
    await dialog.getByRole('button', { name: 'Approve all 3' }).click();
    await expect(dialog.getByRole('heading', { name: '2 were done' })).toBeVisible();
    await expect(dialog.getByText('It is no longer waiting: Withdrawn.')).toBeVisible();
    await jonas.findsThePageAccessible();
    await dialog.getByRole('button', { name: 'Done' }).click();
    for (const person of [rep, jonas, ines]) await person.page.context().close();
  });
});

test('a vendor admin routes by territory, and whoever is away is stood in for', async ({ browser }, info) => {
  await Portal.with(async (portal) => {
    const admin = await (await Person.at(browser, info.project.use, portal.address)).signsIn('admin@aurora.example');
    await admin.page.goto('/settings/routing');
    await expect(admin.page.getByRole('button', { name: /^Germany/ })).toBeVisible();
    await admin.page.getByLabel('Add a country').first().selectOption({ label: 'Japan' });
    await expect(admin.page.getByRole('button', { name: /^Japan/ })).toBeVisible();
    await admin.findsThePageAccessible();
    await admin.findsNothingToScrollSideways();
    await admin.page.getByRole('button', { name: 'Save changes' }).click();
    await expect(admin.page.getByText('Saved. The new rules are in force.')).toBeVisible();
    for (const section of ['approval', 'reasons']) {
      await admin.page.goto(`/settings/${section}`);
      await expect(admin.page.getByRole('button', { name: 'Save changes' })).toBeVisible();
      await admin.findsThePageAccessible();
      await admin.findsNothingToScrollSideways();
    }

    await admin.page.goto('/absences');
    const jonas = admin.page.getByRole('form', { name: 'Jonas Weber' });
    await expect(jonas.getByLabel('Who stands in')).toBeVisible();
    await jonas.getByLabel('First day').fill(inDays(-1));
    await jonas.getByLabel('Last day').fill(inDays(-2));
    await jonas.getByRole('button', { name: 'Save changes' }).click();
    await expect(jonas.getByRole('alert')).toContainText('Choose a last day that is not before the first');
    await jonas.getByLabel('Last day').fill(inDays(5));
    await jonas.getByLabel('Who stands in').selectOption({ label: 'Ines Albrecht' });
    await admin.findsThePageAccessible();
    await admin.findsNothingToScrollSideways();
    await jonas.getByRole('button', { name: 'Save changes' }).click();
    await expect(admin.page.getByText('Saved. New registrations follow it at once.')).toBeVisible();

    const rep = await (await Person.at(browser, DESK, portal.address)).signsIn('rep@bluepeak.example');
    const deal = aDeal();
    await rep.registers(deal);
    await admin.opensAtTheDesk(deal.customer);
    await expect(admin.page.getByText('Ines Albrecht sees to it').first()).toBeVisible();
    await expect(admin.page.getByText(/^Jonas Weber is away until/)).toBeVisible();
    for (const person of [rep, admin]) await person.page.context().close();
  });
});

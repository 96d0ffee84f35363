import { aDeal, expect, test } from './people';

test('a place is claimed with four answers, kept, and completed in one go', async ({ rep, manager }) => {
  const deal = aDeal();
  await rep.page.goto('/deals/new');
  await rep.page.getByLabel('Customer name').fill(deal.customer);
  await rep.page.getByRole('button', { name: 'Claim now' }).click();
  const mistakes = rep.page.getByRole('alert').getByRole('link');
  await expect(mistakes).toHaveText(['Enter the customer’s website', 'Choose the country', 'Choose at least one product']);
  await rep.page.getByLabel('Customer website').fill(deal.website);
  await rep.page.getByLabel('Country', { exact: true }).selectOption('DE');
  await rep.page.getByRole('checkbox', { name: 'Fleet', exact: true }).check();
  await rep.page.getByRole('button', { name: 'Claim now' }).click();
  await expect(rep.page.locator('main [data-review=claimed]').first()).toBeVisible();
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();
  const address = rep.page.url();

  await rep.page.goto('/');
  await rep.page.getByRole('link', { name: new RegExp(`${deal.customer}: complete the claim`) }).click();
  await expect(rep.page.getByText(`The place for ${deal.customer} is kept until`)).toBeVisible();
  await expect(rep.page.getByLabel('Customer name')).toHaveCount(0);
  await rep.findsThePageAccessible();
  await rep.fillsWhatIsShown(deal);
  await rep.page.getByRole('button', { name: 'Submit registration' }).click();
  await expect(rep.page).toHaveURL(address);
  await expect(rep.page.locator('main [data-review=submitted]').first()).toBeVisible();
  await manager.page.goto('/desk');
  await expect(manager.row(deal.customer)).toBeVisible();
});

test('a window is made longer, a sale goes on, is handed over and won', async ({ rep, manager }) => {
  const deal = aDeal();
  await rep.registers(deal);
  await manager.approves(deal.customer);
  await expect(rep.page.locator('main [data-review=approved]').first()).toBeVisible();

  await rep.does('Ask for more time', async (form) => {
    await form.getByLabel('Comment').fill('Their board decides in May.');
  });
  await expect(rep.page.getByText('30 more days are asked for.')).toBeVisible();
  await manager.page.getByRole('button', { name: 'Answer the request' }).click();
  await manager.page.getByRole('dialog').getByRole('button', { name: 'Grant' }).click();
  await expect(rep.page.getByText('Made 30 days longer')).toBeVisible();
  await expect(rep.page.getByText('120 days left')).toBeVisible();

  await rep.does('Move on', async () => {});
  await expect(rep.page.locator('main [data-stage=qualified]').first()).toBeVisible();
  await rep.does('Ask for help', async (form) => {
    await form.getByLabel('What help?').selectOption({ label: 'Technical advice' });
  });
  await expect(rep.page.getByText('asks for help: Technical advice')).toBeVisible();
  await rep.does('Hand to a colleague', async (form) => {
    await form.getByLabel('Owner').selectOption({ label: 'Sofia Brandt' });
  });
  await expect(rep.page.getByRole('heading', { name: 'Handed to Sofia Brandt' })).toBeVisible();
  await rep.does('Won', async (form) => {
    await form.getByLabel('Value in EUR').fill('48.000');
    await form.getByLabel('Order number').fill('PO-4711');
  });
  await expect(rep.page.locator('main [data-stage=won]').first()).toBeVisible();
  await expect(rep.page.getByText('€48,000').first()).toBeVisible();
  await rep.findsThePageAccessible();
  await expect(manager.page.locator('main [data-stage=won]').first()).toBeVisible();
});

test('a registration is copied into a draft that asks again what must be true again', async ({ rep }) => {
  const deal = aDeal();
  await rep.registers(deal);
  await rep.does('Copy to a new draft');
  await expect(rep.page).toHaveURL(/\/edit$/);
  await expect(rep.page.getByLabel('Customer name')).toHaveValue(deal.customer);
  await expect(rep.page.getByText('Already registered by Mira Kern of your firm')).toBeVisible();
});

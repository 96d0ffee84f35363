import { Person, aDeal, expect, inDays, test } from './people.js';

test('a rep is told each mistake at once, saves a draft, comes back to it and submits', async ({ rep }, info) => {
  const { page } = rep;
  const deal = aDeal();
  await page.getByRole('navigation').getByRole('link', { name: 'Deals' }).click();
  await page.getByRole('link', { name: 'Register a deal' }).click();
  await expect(page).toHaveURL(/\/deals\/new$/);
  const onward = page.getByRole('button', { name: info.project.name === 'phone' ? 'Continue' : 'Submit registration' });

  // A mistake is told when its field is left; what is missing, when somebody wants to go on.
  await page.getByLabel('Customer website').fill('quayside');
  await page.getByLabel('Customer name').fill(deal.customer);
  await expect(page.getByText('Add the ending of the website, such as .com')).toBeVisible();
  await onward.click();
  await expect(page.getByRole('alert')).toContainText('Choose the country');
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();
  await page.getByRole('alert').getByRole('link', { name: 'Choose the country' }).click();
  await expect(page.getByLabel('Country', { exact: true })).toBeFocused();

  // The hint comes while the customer is typed.
  await page.getByLabel('Customer website').fill(deal.website);
  await expect(page.getByText('No competing registration found')).toBeVisible();

  // A draft keeps what is there, and is gone on with.
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText(/^Draft D-.* is saved/)).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Home' }).or(page.getByRole('link', { name: /^Back to/ })).first().click();
  await page.goto('/');
  await page.getByText(`${deal.customer}: finish the draft`).click();
  await expect(page.getByLabel('Customer name')).toHaveValue(deal.customer);
  await rep.fills(deal);
  await page.getByLabel('Estimated value').fill('not a number');
  await page.getByRole('button', { name: 'Submit registration' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter the amount in digits');
  await page.getByLabel('Estimated value').fill('50.000');
  await page.getByLabel('Expected close date').fill(inDays(-2));
  await page.getByRole('button', { name: 'Submit registration' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose today or a later day');
  await page.getByLabel('Expected close date').fill(inDays(30));
  await page.getByRole('button', { name: 'Add more details' }).click();
  await page.getByLabel('Number of depots').fill('40');
  await rep.findsThePageAccessible();
  await page.getByRole('button', { name: 'Submit registration' }).click();

  // Submitted, with its number, when it was received and when an answer is due.
  await expect(page.getByRole('heading', { level: 1, name: deal.customer })).toBeVisible();
  await expect(page.locator('[data-review=submitted]').first()).toHaveText('Submitted');
  await expect(page.getByText(/^D-[0-9A-Z]{4}-[0-9A-Z]{4} · /)).toBeVisible();
  await expect(page.getByText(/^Received \d/)).toBeVisible();
  await expect(page.getByText(/^Answer due/)).toBeVisible();
  await rep.findsThePageAccessible();
});

test('what was typed survives a closed tab, and is gone after signing out', async ({ rep }) => {
  const deal = aDeal();
  const context = rep.page.context();
  await rep.page.goto('/deals/new');
  await rep.page.getByLabel('Customer name').fill(deal.customer);
  const page = await context.newPage();
  await rep.page.close({ runBeforeUnload: false });
  await page.goto('/deals/new');
  await expect(page.getByLabel('Customer name')).toHaveValue(deal.customer);
  await expect(page.getByText('What you had typed here is back.')).toBeVisible();
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByLabel('Customer name')).toHaveValue('');
  // On a shared phone the next person finds nothing.
  await page.getByLabel('Customer name').fill(deal.customer);
  const typed = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('typed')).length);
  expect(await typed()).toBe(1);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto('/');
  await page.getByRole('button', { name: 'You' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Password')).toBeVisible();
  expect(await typed()).toBe(0);
});

test('typed on after a draft was saved, it is kept with that draft', async ({ rep }) => {
  const { page } = rep;
  const deal = aDeal();
  await rep.savesADraft(deal);
  await page.getByLabel('Customer name').fill(`${deal.customer} and Sons`);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByLabel('Customer name')).toHaveValue(`${deal.customer} and Sons`);
  await page.goto('/deals/new');
  await expect(page.getByLabel('Customer name')).toHaveValue('');
});

test('a colleague changed the draft meanwhile: theirs is shown, or mine goes on top', async ({ rep, browser, baseURL }, info) => {
  const { page } = rep;
  const deal = aDeal();
  await rep.savesADraft(deal);
  const colleague = await (await Person.at(browser, info.project.use, baseURL)).signsIn('admin@bluepeak.example');
  const changes = async (name: string) => {
    await colleague.page.goto(page.url());
    await colleague.page.getByLabel('Customer name').fill(name);
    await colleague.page.getByRole('button', { name: 'Save draft' }).click();
    await expect(colleague.page.getByText(/is saved/).first()).toBeVisible();
  };
  await changes(`${deal.customer} of Kiel`);
  await page.getByLabel('Customer name').fill(`${deal.customer} of Ulm`);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await expect(page.getByLabel('Customer name')).toHaveValue(`${deal.customer} of Kiel`);
  await changes(`${deal.customer} of Jena`);
  await page.getByLabel('Customer name').fill(`${deal.customer} of Ulm`);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText(/is saved/).first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Customer name')).toHaveValue(`${deal.customer} of Ulm`);
  await colleague.page.context().close();
});

test('without a network nothing typed is lost, and sending again makes one deal', async ({ rep }) => {
  const { page } = rep;
  const deal = aDeal();
  await page.goto('/deals/new');
  await rep.fills(deal);
  // The request arrives, its answer does not.
  await page.route('**/api/v1/deals', async (route) => {
    await route.fetch();
    await route.abort();
  }, { times: 1 });
  await page.getByRole('button', { name: 'Submit registration' }).click();
  await expect(page.getByRole('alert')).toContainText('No answer');
  await expect(page.getByLabel('Customer need')).toHaveValue(deal.need);
  await page.getByRole('button', { name: 'Submit registration' }).click();
  await expect(page).toHaveURL(/\/deals\/[0-9a-f]{32}$/);
  await page.goto(`/deals?show=all&q=${encodeURIComponent(deal.customer)}`);
  await expect(page.locator('[data-id]')).toHaveCount(1);
});

test('the form is filled with the keyboard alone', async ({ rep }, info) => {
  test.skip(info.project.name === 'phone', 'a phone has no keyboard to tab with');
  const { page } = rep;
  await page.getByRole('navigation').getByRole('link', { name: 'Deals' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Deals' })).toBeVisible();
  await page.keyboard.press('n');
  const name = page.getByLabel('Customer name');
  await expect(name).toBeVisible();
  await page.keyboard.press('Tab');
  while (!(await name.evaluate((field) => field === document.activeElement))) await page.keyboard.press('Tab');
  await page.keyboard.type('Keyboard Customer');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Customer website')).toBeFocused();
  await expect(name).toHaveValue('Keyboard Customer');
});

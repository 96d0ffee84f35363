import { Person, aDeal, expect, test } from './people.js';

/** A real picture, made heavier: what is behind its end no reader looks at. */
async function aPicture(person: Person, weight = 0): Promise<Buffer> {
  return Buffer.concat([await person.page.screenshot(), Buffer.alloc(weight)]);
}

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n', 'latin1');

test('a file that is not what it says is refused, and one goes on where the network was cut', async ({ rep }) => {
  await rep.registers(aDeal());

  // A program that is called a document is found out, and said so.
  const form = rep.page.locator('form.message');
  const choose = form.locator('input[name=files]');
  await choose.setInputFiles([{ name: 'offer.pdf', mimeType: 'application/pdf', buffer: Buffer.from('\x7fELF\x02\x01\x01', 'latin1') }]);
  await expect(form.getByText('What is in the file is not what its name says.')).toBeVisible();
  await form.getByRole('button', { name: 'Remove offer.pdf' }).click();
  await choose.setInputFiles([{ name: 'run.exe', mimeType: 'application/pdf', buffer: PDF }]);
  await expect(form.getByText('Files of this kind are not taken.')).toBeVisible();
  await form.getByRole('button', { name: 'Remove run.exe' }).click();

  // The network goes after the first part, and comes back.
  let parts = 0;
  await rep.page.route('**/api/v1/uploads/*', (route) => {
    if (route.request().method() === 'PATCH') parts += 1;
    return parts > 1 ? route.abort('internetdisconnected') : route.continue();
  });
  const buffer = await aPicture(rep, 1_500_000);
  await choose.setInputFiles([{ name: 'Depot Süd.png', mimeType: 'image/png', buffer }]);
  await expect(form.getByText('No network. It goes on by itself.')).toBeVisible();
  await expect(form.getByRole('button', { name: 'Waits for files' })).toHaveAttribute('aria-disabled', 'true');
  await rep.page.unroute('**/api/v1/uploads/*');
  await rep.page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(form.getByText('Depot Süd.png is ready to be sent.')).toBeAttached();
  await form.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(rep.page.locator('.timeline').getByRole('button', { name: 'Show Depot Süd.png' })).toBeVisible();
});

test('files and a word to somebody reach the other side', async ({ rep, manager }) => {
  const deal = aDeal();
  await rep.registers(deal);
  await manager.opensAtTheDesk(deal.customer);
  const form = rep.page.locator('form.message');
  const picture = { name: 'Depot Süd.png', mimeType: 'image/png', buffer: await aPicture(rep) };
  await form.locator('input[name=files]').setInputFiles([picture, { name: 'plan.pdf', mimeType: 'application/pdf', buffer: PDF }]);
  await expect(form.getByText('plan.pdf is ready to be sent.')).toBeAttached();

  // Somebody is chosen with the keys alone.
  const field = rep.page.getByLabel('Write to your channel manager');
  await field.click();
  await field.pressSequentially('Have a look, @jon');
  const people = rep.page.getByRole('listbox', { name: 'People to mention' });
  await expect(people.getByRole('option', { name: /Jonas Weber/ })).toHaveAttribute('aria-selected', 'true');
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();
  await field.press('Enter');
  await expect(field).toHaveValue('Have a look, @Jonas Weber ');
  await expect(people).toHaveCount(0);
  await form.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(field).toHaveValue('');
  await expect(form.locator('.files')).toHaveCount(0);

  // The other side has it without asking, in full.
  const entry = manager.page.locator('.timeline li', { hasText: 'Have a look' });
  await expect(entry.locator('.mention')).toHaveText('@Jonas Weber');
  await expect(entry.getByRole('link', { name: /plan\.pdf/ })).toBeVisible();
  const small = entry.getByRole('button', { name: 'Show Depot Süd.png' });
  await small.scrollIntoViewIfNeeded();
  await expect.poll(() => small.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await small.click();
  const view = manager.page.getByRole('dialog', { name: 'Depot Süd.png' });
  await expect(view.getByRole('img', { name: 'Depot Süd.png' })).toBeVisible();
  await manager.findsThePageAccessible();
  const [loaded] = await Promise.all([manager.page.waitForEvent('download'), view.getByRole('link', { name: /Download/ }).click()]);
  expect(loaded.suggestedFilename()).toBe('Depot Süd.png');
  await view.getByRole('button', { name: 'Close' }).click();
  await expect(view).toHaveCount(0);
  const href = await entry.getByRole('link', { name: /plan\.pdf/ }).getAttribute('href') as string;
  expect((await manager.page.request.get(href)).headers()['content-disposition']).toContain('attachment');
});

test('the file of a note is not there for the partner', async ({ rep, manager }) => {
  const deal = aDeal();
  await rep.registers(deal);
  await manager.opensAtTheDesk(deal.customer);
  await manager.page.locator('form.message').getByRole('button', { name: 'Only us' }).click();
  await manager.page.locator('form.message input[name=files]').setInputFiles([{ name: 'margin.pdf', mimeType: 'application/pdf', buffer: PDF }]);
  await expect(manager.page.getByText('margin.pdf is ready to be sent.')).toBeAttached();
  await manager.page.locator('form.message').getByRole('button', { name: 'Send', exact: true }).click();
  const note = manager.page.locator('.timeline li', { hasText: 'margin.pdf' });
  const secret = await note.getByRole('link').getAttribute('href') as string;
  expect((await manager.page.request.get(secret)).status()).toBe(200);
  expect((await rep.page.request.get(secret)).status()).toBe(404);
  await expect(rep.page.getByText('margin.pdf')).toHaveCount(0);
});

test('a file is dropped onto the form, and given up', async ({ rep }) => {
  await rep.registers(aDeal());
  const form = rep.page.locator('form.message');
  const data = await rep.page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Depots: 40\n'], 'depots.txt', { type: 'text/plain' }));
    return data;
  });
  await form.dispatchEvent('dragenter', { dataTransfer: data });
  await expect(form.getByText('Drop the files here')).toBeVisible();
  await form.dispatchEvent('drop', { dataTransfer: data });
  await expect(form.getByText('Drop the files here')).toHaveCount(0);
  await expect(form.getByText('depots.txt is ready to be sent.')).toBeAttached();
  const gone = rep.page.waitForResponse((answer) => answer.request().method() === 'DELETE' && answer.url().includes('/uploads/'));
  await form.getByRole('button', { name: 'Remove depots.txt' }).click();
  expect((await gone).status()).toBe(204);
  await expect(form.locator('.files')).toHaveCount(0);
});

import { Person, aDeal, expect, test } from './people.js';

/** How many are unread, as the frame says it. */
async function unread(person: Person): Promise<number> {
  const bell = person.page.locator('.bell:visible');
  await expect(bell).toBeVisible();
  return Number(/(\d+) unread/.exec(await bell.locator('.unseen').innerText())?.[1] ?? 0);
}

test('the rep is told of the approval, opens it, and it is read in another browser', async ({ browser, baseURL, manager }, info) => {
  // A rep of whom no other journey tells, and another one on each device: they are counted side by side.
  const email = info.project.name === 'phone' ? 'rep2@bluepeak.example' : 'rep2@kestrel.example';
  const leo = await (await Person.at(browser, info.project.use, baseURL)).signsIn(email);
  const deal = aDeal();
  const id = await leo.registers(deal);
  await leo.page.goto('/notifications');
  // As the server says it: the frame may not have asked yet.
  const before = await leo.page.evaluate(async () => (await (await fetch('/api/v1/notifications?limit=1')).json()).unread as number);

  await manager.approves(deal.customer);
  await expect.poll(() => unread(leo)).toBe(before + 1);
  const row = leo.page.locator(`main [data-id="${id}"]`);
  await expect(row.getByText('New', { exact: true })).toBeVisible();
  await leo.findsThePageAccessible();
  await leo.findsNothingToScrollSideways();
  await row.getByRole('link', { name: `${deal.customer}: approved by Jonas Weber.` }).click();
  await expect(leo.page).toHaveURL(new RegExp(`/deals/${id}$`));

  const elsewhere = await (await Person.at(browser, info.project.use, baseURL)).signsIn(email);
  await elsewhere.page.goto('/notifications');
  const there = elsewhere.page.locator(`main [data-id="${id}"]`);
  await expect(there).toBeVisible();
  await expect(there.getByText('New', { exact: true })).toHaveCount(0);
  expect(await unread(elsewhere)).toBe(before);
  for (const person of [leo, elsewhere]) await person.page.context().close();
});

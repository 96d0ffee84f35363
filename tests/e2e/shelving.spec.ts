import { readFileSync, writeFileSync } from 'node:fs';
import { DESK, Person, expect, test } from './people.js';

/** A file with words that no other has. */
function aFile(folder: string, name: string, words: string): string {
  const file = `${folder}/${name}`;
  writeFileSync(file, `# ${words}\n\nMade for one journey: ${words}.\n`);
  return file;
}

const choose = (person: Person) => person.page.getByLabel('Choose files', { exact: true });

test('a manager brings files, an admin publishes them, a partner has them, and is told of what is newer', async ({ browser, baseURL, rep, manager }, info) => {
  const tag = `${info.project.name} ${Date.now().toString(36)}`;
  const { page } = manager;
  await page.goto('/assets');
  await page.getByRole('link', { name: 'Add files' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Add files' })).toBeVisible();
  await manager.findsThePageAccessible();
  const plan = aFile(info.outputPath(), 'quay_plan.md', `Quay plan ${tag}`);
  const notes = aFile(info.outputPath(), 'quay_notes.md', `Quay notes ${tag}`);
  await choose(manager).setInputFiles([plan, notes]);
  await expect(page.getByLabel('Title')).toHaveCount(2);
  await expect(page.locator('.files .good')).toHaveCount(2);

  // What is said of both is filled in as a table.
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Table to fill in' }).click();
  const table = readFileSync(await (await coming).path(), 'utf8');
  expect(table).toContain('quay_plan.md');
  const sheet = info.outputPath('sheet.csv');
  writeFileSync(sheet, `file,title,tiers\nquay_plan.md,Quay plan ${tag},Gold\nquay_notes.md,Quay notes ${tag},Platinum\n`);
  await page.getByLabel('Fill in from a table').setInputFiles(sheet);
  await expect(page.getByText('2 files were filled in')).toBeVisible();
  await expect(page.getByLabel('Title').first()).toHaveValue(`Quay plan ${tag}`);
  await manager.findsThePageAccessible();
  await manager.findsNothingToScrollSideways();
  await page.reload();
  await expect(page.getByLabel('Title').first()).toHaveValue(`Quay plan ${tag}`);
  await page.getByRole('button', { name: 'Ask to publish 2' }).click();
  await expect(page.getByText('Somebody is asked to publish it')).toHaveCount(2);
  await page.getByRole('link', { name: `Quay plan ${tag}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Quay plan ${tag}` })).toBeVisible();
  const address = new URL(page.url()).pathname;
  await rep.page.goto(address);
  await expect(rep.page.getByRole('heading', { name: 'Not found' })).toBeVisible();

  const admin = await (await Person.at(browser, DESK, baseURL)).signsIn('admin@aurora.example');
  await admin.page.goto(address);
  await admin.page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(admin.page.getByText('is published')).toBeVisible();

  await rep.page.goto(address);
  await expect(rep.page.getByRole('heading', { level: 1, name: `Quay plan ${tag}` })).toBeVisible();
  await expect(rep.page.getByRole('heading', { name: 'In the library' })).toHaveCount(0);
  const download = rep.page.waitForEvent('download');
  await rep.page.getByRole('link', { name: /^Download/ }).first().click();
  await download;
  await expect(rep.page.getByText('You have this one')).toBeVisible();

  await admin.page.getByRole('button', { name: 'New version' }).click();
  await admin.page.getByLabel('Choose a file').setInputFiles(aFile(info.outputPath(), 'newer.md', `Quay plan again ${tag}`));
  await admin.page.getByLabel('What changed').fill('Berth four is new.');
  await admin.page.getByRole('button', { name: 'Replace everywhere' }).click();
  await expect(admin.page.getByText('has a new version')).toBeVisible();
  await rep.page.goto('/notifications');
  await expect(rep.page.getByText(`Quay plan ${tag} has a newer version than the one you downloaded.`)).toBeVisible();
  await rep.page.goto(address);
  await expect(rep.page.getByText('Berth four is new.')).toBeVisible();

  await admin.page.getByRole('link', { name: 'Edit', exact: true }).click();
  await admin.findsThePageAccessible();
  await admin.page.getByLabel('First day').fill('2027-06-30');
  await admin.page.getByLabel('Last day').fill('2027-01-31');
  await admin.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(admin.page.getByRole('link', { name: 'The last day is before the first' })).toBeVisible();
  await admin.page.getByLabel('First day').fill('');
  await admin.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(admin.page.getByText('Changes are saved')).toBeVisible();
  await admin.page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await admin.page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
  await expect(admin.page.getByRole('button', { name: 'Make it a draft again' })).toBeVisible();
  // Here and not before: in the frame of a preview axe may run no script.
  await admin.findsThePageAccessible();
  await rep.page.goto(address);
  await expect(rep.page.getByText('The vendor took it back. Use it no longer.')).toBeVisible();
  await admin.page.context().close();
});

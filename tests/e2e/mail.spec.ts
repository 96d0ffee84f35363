import { DESK, Person, aDeal, expect, test } from './people.js';
import { Mailbox } from './mailbox.js';
import { Portal } from './portal.js';

test('an approval comes by mail and leads to the deal, and the rep chooses what comes', async ({ browser }, info) => {
  const mailbox = await Mailbox.opens();
  await Portal.with(async (portal) => {
    const rep = await (await Person.at(browser, info.project.use, portal.address)).signsIn('rep@bluepeak.example');
    const manager = await (await Person.at(browser, DESK, portal.address)).signsIn('manager@aurora.example');
    const first = aDeal();
    await rep.registers(first);
    await manager.approves(first.customer);
    const mail = await mailbox.hasFor('rep@bluepeak.example', first.customer);
    expect(mail.subject).toBe(`${first.customer}: approved by Jonas Weber`);
    expect(mail.from?.text).toBe('"Aurora Systems" <portal@aurora.example>');
    const way = /href="http:\/\/aurora\.localhost:\d+(\/deals\/[0-9a-f]{32})"/.exec(String(mail.html))?.[1];
    await rep.page.goto(way!);
    await expect(rep.page.getByRole('heading', { level: 1, name: first.customer })).toBeVisible();

    await rep.page.goto('/notifications');
    await rep.page.getByRole('link', { name: 'By mail' }).click();
    const decisions = rep.page.getByRole('group', { name: 'Decisions' });
    await decisions.getByRole('radio', { name: 'Never' }).check({ force: true });
    await expect(rep.page.getByText('Kept', { exact: true })).toBeVisible();
    await rep.findsThePageAccessible();
    await rep.findsNothingToScrollSideways();
    await rep.page.reload();
    await expect(decisions.getByRole('radio', { name: 'Never' })).toBeChecked();
    for (const person of [rep, manager]) await person.page.context().close();
  }, ['--smtp', mailbox.url, '--mail-from', 'portal@aurora.example', '--mail-pause', '1']);
  await mailbox.closes();
});

test('without a mail server whoever runs the portal reads what would have been sent', async ({ browser }, info) => {
  await Portal.with(async (portal) => {
    const admin = await (await Person.at(browser, info.project.use, portal.address)).signsIn('admin@aurora.example');
    // The first round of the post is over before anybody looks, so that nobody has to look twice.
    const written = async () => (await admin.page.request.get('/api/v1/mails')).text();
    await expect.poll(written, { timeout: 40_000 }).toContain('rep@bluepeak.example');
    await admin.page.getByRole('button', { name: 'You' }).click();
    await admin.page.getByRole('link', { name: 'Written mail' }).click();
    const mail = admin.page.getByRole('listitem').filter({ hasText: 'rep@bluepeak.example' }).first();
    await expect(mail).toBeVisible();
    await admin.findsThePageAccessible();
    await admin.findsNothingToScrollSideways();
    await mail.getByRole('button').click();
    await expect(admin.page.getByRole('dialog')).toContainText('Hello Mira Kern');
    await admin.findsThePageAccessible();
    await admin.page.context().close();
  }, ['--mail-pause', '1']);
});

import { chromium } from '@playwright/test';
const [,, only] = process.argv;
const args = ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
const base = 'http://localhost:8101';
const sizes = { phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }, desk: { viewport: { width: 1440, height: 900 } } };
async function person(size, email, colorScheme) {
  const ctx = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', baseURL: base, colorScheme, ...sizes[size] });
  const page = await ctx.newPage();
  page.on('pageerror', (e) => console.log('pageerror', String(e)));
  page.on('console', (m) => { if (m.type() === 'error') console.log('console', m.text()); });
  await page.goto('/'); await page.getByLabel('Email').fill(email); await page.getByLabel('Password').fill('portico-demo');
  await page.getByRole('button', { name: 'Sign in' }).click(); await page.getByRole('navigation').waitFor();
  return page;
}
const shot = async (page, name) => { await page.waitForTimeout(600); await page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: true }); console.log(name); };
import { mkdirSync } from 'node:fs'; mkdirSync('/tmp/shots', { recursive: true });
const tests = {
  async form(size, scheme) {
    const page = await person(size, 'rep@bluepeak.example', scheme);
    await page.goto('/deals/new');
    await page.getByLabel('Customer name', { exact: true }).fill('Harbour Foods GmbH');
    await page.getByLabel('Customer website', { exact: true }).fill('harbourfoods.example');
    await page.getByLabel('Country', { exact: true }).selectOption('DE');
    await page.getByRole('checkbox', { name: 'Fleet', exact: true }).check();
    await page.getByRole('checkbox', { name: 'Depot', exact: true }).check();
    if (size === 'phone') {
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByLabel('Contact name', { exact: true }).fill('Ines Vogt');
      await page.getByLabel('Contact email', { exact: true }).fill('ines@harbourfoods.example');
      await page.getByRole('checkbox', { name: /^The customer agrees/ }).check();
      await page.getByRole('button', { name: 'Continue' }).click();
    }
    await page.getByLabel('Estimated value', { exact: true }).fill('50000');
    await page.waitForTimeout(900);
    await shot(page, `form-${size}-${scheme}`);
    await page.getByText(/rules add to it/).click();
    await shot(page, `form-open-${size}-${scheme}`);
    await page.context().close();
  },
  async deal(size, scheme) {
    const page = await person(size, 'rep@bluepeak.example', scheme);
    const list = await page.evaluate(async () => (await (await fetch('/api/v1/deals?review=approved&limit=1')).json()).items[0].id);
    await page.goto('/deals/' + list);
    await page.getByText('Margin').first().waitFor();
    await shot(page, `deal-head-${size}-${scheme}`);
    if (size === 'phone') await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByText(/How it came to be/).click();
    await shot(page, `deal-${size}-${scheme}`);
    await page.context().close();
  },
  async approve(size, scheme) {
    const page = await person(size, 'manager@aurora.example', scheme);
    await page.goto('/desk');
    await page.locator('[data-id]').first().click();
    await page.getByRole('button', { name: /^Approve/ }).click();
    await page.getByText('This approval grants').waitFor();
    await page.getByRole('dialog').getByText(/rules add to it/).click();
    await page.waitForTimeout(500);
    await page.screenshot({ path: `/tmp/shots/approve-${size}-${scheme}.png` });
    console.log('approve');
    await page.context().close();
  },
  async settings(size, scheme) {
    const page = await person(size, 'admin@aurora.example', scheme);
    await page.goto('/settings/incentives');
    await page.locator('summary', { hasText: 'Fleet sold by experts' }).click();
    await shot(page, `settings-${size}-${scheme}`);
    await page.context().close();
  },
  async rules(size, scheme) {
    const page = await person(size, 'rep@bluepeak.example', scheme);
    await page.goto('/rules');
    await page.getByText('What you earn').waitFor();
    await shot(page, `rules-${size}-${scheme}`);
    await page.context().close();
  },
};
for (const [name, run] of Object.entries(tests)) if (!only || only.split(',').includes(name)) for (const [size, scheme] of [['phone','light'],['desk','light'],['phone','dark'],['desk','dark']]) {
  try { await run(size, scheme); } catch (e) { console.log(name, size, scheme, String(e).slice(0, 600)); }
}
await browser.close();

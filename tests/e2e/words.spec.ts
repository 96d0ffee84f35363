import type { Page } from '@playwright/test';
import { expect, test } from './people.js';

/** Every text that a person sees or hears on the page. */
async function texts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('script, style, noscript')) found.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'title']) found.push(element.getAttribute(name) ?? '');
    }
    return found.map((text) => text.trim()).filter((text) => /[A-Za-z]{2}/.test(text));
  });
}

test('every word comes from the word files', async ({ rep }) => {
  const { page } = rep;
  // What the PRM says is data, and is shown as it is.
  const data: string[] = [];
  page.on('response', async (response) => {
    if (response.url().includes('/api/v1/') && !response.url().includes('/events')) data.push(await response.text().catch(() => ''));
  });
  await page.evaluate(() => localStorage.setItem('portico.language', 'en-XA'));
  for (const path of ['/', '/deals', '/deals/new', '/nowhere']) {
    await page.goto(path);
    await expect(page.locator('h1').first()).toContainText('⟦');
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    await page.waitForLoadState('networkidle').catch(() => undefined);
    const known = data.join('\n');
    // What stands in brackets is translated; dates, amounts and the names of countries are the browser's.
    const formatted = /^(\d|[A-Z][a-z]{2} \d|in |last |tomorrow|yesterday|now|today|next |([A-Z]{3}|kr)\s?\d|.*\b(hr|min|day|days|mth|mths|wk|yr|months?|hours?|minutes?)\b)/;
    const countries = await page.evaluate(() => {
      const names = new Intl.DisplayNames('en', { type: 'region' });
      return [...document.querySelectorAll('option')]
        .filter((option) => /^[A-Z]{2}$/.test(option.value)).map((option) => names.of(option.value) ?? '');
    });
    const plain = (await texts(page)).filter((text) => {
      const left = text.replace(/⟦[^⟧]*⟧/g, ' ').replace(/[⟦⟧]/g, ' ').trim();
      return /[A-Za-z]{2}/.test(left) && !known.includes(left) && !formatted.test(left) && !countries.includes(left)
        && !left.split(/[·,]/).map((part) => part.trim()).every((part) => !/[A-Za-z]{2}/.test(part) || known.includes(part) || formatted.test(part))
        && !/^[A-Z]{1,2}$/.test(left);
    });
    expect(plain, `on ${path}`).toEqual([]);
  }
});

test('the portal speaks German to whoever wants it', async ({ rep }) => {
  await rep.page.getByRole('button', { name: 'You' }).click();
  await rep.page.getByLabel('Language').selectOption('de');
  await expect(rep.page.getByRole('button', { name: 'Fertig' })).toBeVisible();
  await rep.page.getByRole('button', { name: 'Fertig' }).click();
  await expect(rep.page.getByRole('navigation').getByRole('link', { name: 'Start' })).toBeVisible();
  await expect(rep.page.locator('html')).toHaveAttribute('lang', 'de');
  await rep.findsThePageAccessible();
  await rep.page.goto('/deals/new');
  await expect(rep.page.getByLabel('Name des Kunden')).toBeVisible();
  await rep.findsNothingToScrollSideways();
});

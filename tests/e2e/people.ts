import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, type Locator, type Page, test as base, expect } from '@playwright/test';

/** What a rep types about a deal. */
export type Deal = { customer: string; website: string; contact: string; email: string; value: string; need: string };

let made = 0;

/** A deal with a customer that nobody else has. */
export function aDeal(): Deal {
  made += 1;
  const tag = `${process.pid.toString(36)}${Date.now().toString(36)}${made}`;
  return {
    customer: `Quayside Traders ${tag}`,
    website: `https://www.quayside-${tag}.example/about`,
    contact: 'Ines Vogt',
    email: `ines.vogt@quayside-${tag}.example`,
    value: '50.000',
    need: 'Replace paper delivery notes in 40 depots before the autumn season.',
  };
}

/** A day this many days from now, as a date field takes it. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2,
};
export const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

/** What a browser complains of though all is well: an answer that says no, and the sandbox of an asset's content, in which
 * the test's own script may not run either. */
const EXPECTED = [
  /Failed to load resource/,
  /^Blocked script execution in '[^']+\/api\/v1\/assets\/[^']+\/view' because the document's frame is sandboxed/,
];

/** Somebody with a browser of their own. */
export class Person {
  constructor(readonly page: Page) {}

  static async at(browser: Browser, options: BrowserContextOptions, baseURL: string | undefined): Promise<Person> {
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', ...options, baseURL });
    return new Person(await context.newPage());
  }

  async signsIn(email: string): Promise<this> {
    await this.page.goto('/');
    await this.page.getByLabel('Email').fill(email);
    await this.page.getByLabel('Password').fill('portico-demo');
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await expect(this.page.getByRole('navigation')).toBeVisible();
    return this;
  }

  /** The row of a customer in a list. */
  row(customer: string) {
    return this.page.locator('[data-id]', { hasText: customer }).first();
  }

  /** Fills the step that is shown, whatever fields it has. */
  async fillsWhatIsShown(deal: Deal): Promise<void> {
    const fill = async (label: string, text: string) => {
      const field = this.page.getByLabel(label, { exact: true });
      if (await field.isVisible()) await field.fill(text);
    };
    await fill('Customer name', deal.customer);
    await fill('Customer website', deal.website);
    const country = this.page.getByLabel('Country', { exact: true });
    if (await country.isVisible()) await country.selectOption('DE');
    await fill('Contact name', deal.contact);
    await fill('Contact email', deal.email);
    const consent = this.page.getByRole('checkbox', { name: /^The customer agrees/ });
    if (await consent.isVisible()) await consent.check();
    const product = this.page.getByRole('checkbox', { name: 'Fleet', exact: true });
    if (await product.isVisible()) await product.check();
    await fill('Estimated value', deal.value);
    await fill('Expected close date', inDays(90));
    await fill('Customer need', deal.need);
  }

  /** Fills the whole form, step by step where there are steps. */
  async fills(deal: Deal): Promise<void> {
    await expect(this.page.getByLabel('Customer name', { exact: true })).toBeVisible();
    await this.fillsWhatIsShown(deal);
    const onward = this.page.getByRole('button', { name: 'Continue' });
    while (await onward.isVisible()) {
      await onward.click();
      await this.fillsWhatIsShown(deal);
    }
  }

  /** Begins a deal and keeps it as a draft; the form stays open. */
  async savesADraft(deal: Deal): Promise<void> {
    await this.page.goto('/deals/new');
    await this.page.getByLabel('Customer name').fill(deal.customer);
    await this.page.getByRole('button', { name: 'Save draft' }).click();
    await expect(this.page).toHaveURL(/\/deals\/[0-9a-f]{32}\/edit$/);
  }

  /** Registers a deal by the form; its id. */
  async registers(deal: Deal): Promise<string> {
    await this.page.goto('/deals/new');
    await this.fills(deal);
    await this.page.getByRole('button', { name: 'Submit registration' }).click();
    await expect(this.page).toHaveURL(/\/deals\/[0-9a-f]{32}$/);
    return this.page.url().split('/').pop() as string;
  }

  /** Opens a waiting deal at the desk. */
  async opensAtTheDesk(customer: string): Promise<void> {
    if (!this.page.url().endsWith('/desk')) await this.page.goto('/desk');
    await this.row(customer).click();
    await expect(this.page.getByRole('heading', { level: 1, name: customer })).toBeVisible();
  }

  /** Gives a command by its button, behind the menu or not, and by the form that it asks with. */
  async does(command: string, fills?: (form: Locator) => Promise<void>): Promise<void> {
    const button = this.page.getByRole('button', { name: command, exact: true });
    await expect(this.page.getByRole('group', { name: 'Actions' })).toBeVisible();
    if (!(await button.isVisible())) await this.page.getByRole('button', { name: 'More actions' }).click();
    await button.click();
    if (!fills) return;
    const form = this.page.getByRole('dialog');
    await fills(form);
    await form.getByRole('button', { name: command, exact: true }).click();
    await expect(form).toHaveCount(0);
  }

  async approves(customer: string): Promise<void> {
    await this.opensAtTheDesk(customer);
    await this.page.getByRole('button', { name: /^Approve/ }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: /^Approve/ }).click();
    await expect(this.page.locator('main [data-review=approved]').first()).toBeVisible();
  }

  /** No violation of the accessibility rules on the page as it is, in light and in dark. */
  async findsThePageAccessible(): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const found = await new AxeBuilder({ page: this.page }).analyze();
      expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' | ')}`)).toEqual([]);
    }
    await this.page.emulateMedia({ colorScheme: null, reducedMotion: null });
  }

  /** Nothing is wider than the window. */
  async findsNothingToScrollSideways(): Promise<void> {
    const over = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  }
}

/** A rep on the project's device, and the vendor's manager at a desk, each in a browser of their own. */
export const test = base.extend<{ rep: Person; manager: Person }>({
  rep: async ({ page }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.some((text) => text.test(message.text()))) problems.push(message.text());
    });
    await use(await new Person(page).signsIn('rep@bluepeak.example'));
    expect(problems).toEqual([]);
  },
  manager: async ({ browser, baseURL }, use) => {
    const manager = await Person.at(browser, DESK, baseURL);
    await use(await manager.signsIn('manager@aurora.example'));
    await manager.page.context().close();
  },
});

export { expect };

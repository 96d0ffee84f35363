import { expect, test } from '@playwright/test';
import { Person } from './people.js';

test('a wrong password is told in words, and what was typed stays', async ({ page }) => {
  await page.goto('/deals');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter your password');
  await page.getByLabel('Email').fill('rep@bluepeak.example');
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('do not belong together');
  await expect(page.getByLabel('Email')).toHaveValue('rep@bluepeak.example');
  await new Person(page).findsThePageAccessible();
});

test('whoever signs in is where they wanted to be, and out again after signing out', async ({ page }) => {
  await page.goto('/deals');
  await page.getByLabel('Email').fill('rep@bluepeak.example');
  await page.getByLabel('Password').fill('portico-demo');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Deals' })).toBeVisible();
  await expect(page).toHaveURL(/\/deals$/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Deals' })).toBeVisible();
  await page.getByRole('button', { name: 'You' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('the other vendor has its own name, colours and words', async ({ browser }, info) => {
  const port = new URL(info.project.use.baseURL as string).port;
  const context = await browser.newContext({ baseURL: `http://halcyon.localhost:${port}` });
  const visitor = await new Person(await context.newPage()).signsIn('rep@vantage.example');
  await expect(visitor.page).toHaveTitle(/Halcyon Robotics/);
  await expect(visitor.page.getByRole('link', { name: 'Register a project' }).first()).toBeVisible();
  const hue = await visitor.page.evaluate(() => document.documentElement.style.getPropertyValue('--brand-h'));
  expect(hue).toBe('165');
  await context.close();
});

test('an address that names nothing says so, with a way home', async ({ page }) => {
  const person = await new Person(page).signsIn('rep@bluepeak.example');
  await page.goto('/nowhere/at/all');
  await expect(page.getByRole('heading', { name: 'Nothing here' }).first()).toBeVisible();
  await person.findsThePageAccessible();
  await page.getByRole('main').getByRole('link', { name: 'Home' }).click();
  await expect(page).toHaveURL(/\/$/);
});

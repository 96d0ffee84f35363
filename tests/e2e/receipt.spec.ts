import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { aDeal, expect, test } from './people.js';

test('a rep sees that the receipt is verified, downloads it, and anybody can check it', async ({ rep }) => {
  const { page } = rep;
  const deal = aDeal();
  await rep.registers(deal);
  await expect(page.getByText('Receipt, verified')).toBeVisible();
  await rep.findsThePageAccessible();
  await page.getByText('Receipt, verified').click();
  await expect(page.getByText('your device has checked the signature')).toBeVisible();
  await rep.findsThePageAccessible();
  await rep.findsNothingToScrollSideways();

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download receipt' }).click();
  const download = await downloading;
  const number = (await page.getByText(/^D-[0-9A-Z]{4}-[0-9A-Z]{4} · /).innerText()).slice(0, 11);
  expect(download.suggestedFilename()).toBe(`receipt-${number}.jws`);
  const [header, payload, signature] = (await readFile(await download.path(), 'utf8')).split('.');

  // As a third party: no session, another implementation, and nothing but the public key set.
  const { keys } = await (await fetch(new URL('/.well-known/jwks.json', page.url()))).json();
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  const { kid, alg } = read(header);
  expect(alg).toBe('EdDSA');
  const key = createPublicKey({ key: keys.find((one: { kid: string }) => one.kid === kid), format: 'jwk' });
  const signed = (said: string) => verify(null, Buffer.from(`${header}.${said}`), key, Buffer.from(signature, 'base64url'));
  expect(signed(payload)).toBe(true);
  const receipt = read(payload);
  expect(signed(Buffer.from(JSON.stringify({ ...receipt, number: 'D-0000-0000' })).toString('base64url'))).toBe(false);
  expect(receipt).toMatchObject({ number, organisation: { id: 'bluepeak' } });
  expect(Math.abs(Date.now() - Date.parse(receipt.registeredAt))).toBeLessThan(60_000);

  // The holder proves which customer it names.
  const website = new URL(deal.website).hostname.replace(/^www\./, '');
  const name = `${deal.customer.toLowerCase()}/DE`;
  const hash = createHash('sha256');
  for (const text of [receipt.customer.salt, website, '', name]) {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(Buffer.byteLength(text)));
    hash.update(length).update(text);
  }
  expect(receipt.customer.fingerprint).toBe(hash.digest('base64url'));
});

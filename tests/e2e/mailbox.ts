import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server on this machine that keeps what it is handed. */
export class Mailbox {
  private readonly mails: ParsedMail[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    closeTimeout: 500,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => { this.mails.push(mail); done(); }, done);
    },
  });

  static async opens(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    await new Promise<void>((ready) => mailbox.server.listen(0, '127.0.0.1', () => ready()));
    return mailbox;
  }

  get url(): string { return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`; }

  /** The one mail to somebody that is about a customer. */
  async hasFor(address: string, customer: string): Promise<ParsedMail> {
    const found = () => this.mails.filter((mail) => [mail.to].flat().some((to) => to?.text.includes(address)) && mail.text?.includes(customer));
    await expect.poll(() => found().length, { timeout: 40_000 }).toBe(1);
    return found()[0]!;
  }

  /** Takes no more; who is still connected is cut off. */
  async closes(): Promise<void> {
    await new Promise<void>((closed) => this.server.close(closed));
  }
}

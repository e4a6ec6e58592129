import { existsSync, readFileSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { IN_PAGE } from './browser';

const EXECUTABLE = process.env['HOLDFAST_FIREFOX'] ?? '/usr/bin/firefox-esr';
export const firefoxIsHere = existsSync(EXECUTABLE);

const PICTURE = { width: 160, height: 120, frameRate: 5 };
const WITHIN_MS = 20_000;

/** Fake devices, no questions, sound without a tap, and a way over this computer's own addresses. */
const PREFERENCES = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'media.peerconnection.ice.loopback': true,
  'intl.accept_languages': 'en-US',
};

/** One person on a device with Firefox. Its driver is another than Chromium's, so it can do only what is asked here. */
export class Firefox {
  readonly faults: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
  ) {}

  static async at(url: string): Promise<Firefox> {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: EXECUTABLE,
      extraPrefsFirefox: PREFERENCES,
    });
    const page = await browser.newPage();
    const firefox = new Firefox(browser, page);
    page.on('pageerror', (error) => firefox.faults.push(String(error)));
    await page.evaluateOnNewDocument((size) => Object.assign(window, { holdfastPicture: size }), PICTURE);
    await page.evaluateOnNewDocument(readFileSync(IN_PAGE, 'utf8'));
    await page.goto(url);
    return firefox;
  }

  evaluate<Answer>(question: () => Answer | Promise<Answer>): Promise<Answer> {
    return this.page.evaluate(question) as Promise<Answer>;
  }

  // Asked again and again from here: what its driver would run in the page to wait there, the page's policy forbids.
  async press(name: string): Promise<void> {
    const wanted = `button ::-p-text(${name})`;
    await until(async () => (await this.page.$(wanted)) !== null, `There is no button ${name}.`);
    await (await this.page.$(wanted))?.click();
  }

  async says(words: string): Promise<void> {
    const text = () => this.page.evaluate(() => document.body.innerText);
    await until(async () => (await text()).includes(words), `It does not say ${words}.`);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

async function until(holds: () => Promise<boolean>, otherwise: string): Promise<void> {
  const end = Date.now() + WITHIN_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(otherwise);
    await new Promise((next) => setTimeout(next, 200));
  }
}

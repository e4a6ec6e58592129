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

  async press(name: string): Promise<void> {
    await this.page.locator(`button ::-p-text(${name})`).setTimeout(WITHIN_MS).click();
  }

  async says(words: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted: string) => document.body.innerText.includes(wanted),
      { timeout: WITHIN_MS },
      words,
    );
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

import { fileURLToPath } from 'node:url';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';

export const IN_PAGE = fileURLToPath(new URL('in-page.js', import.meta.url));
export const EXECUTABLE = process.env['HOLDFAST_CHROMIUM'] ?? '/usr/bin/chromium';

export const WIDE = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/**
 * @param executable stands in for the browser's own program, as when it is started in a network of its own
 * @param more arguments
 */
export interface BrowserWish {
  executable?: string;
  more?: string[];
}

export async function openBrowser({
  executable = EXECUTABLE,
  more = [],
}: BrowserWish = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-device-for-media-stream=fps=10,device-count=2',
      '--allow-loopback-in-peer-connection',
      '--autoplay-policy=no-user-gesture-required',
      // Tabs in the background are people in the room as much as the one in front.
      '--disable-renderer-backgrounding',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      ...more,
    ],
  });
}

/** What the fake camera of a device gives. */
export interface Picture {
  width: number;
  height: number;
  frameRate: number;
}

const SMALL: Picture = { width: 160, height: 120, frameRate: 5 };

/** A browser profile with its own cookies: one device of one person. Whatever goes wrong in it is kept. */
export class Device {
  readonly faults: string[] = [];
  /** For whatever is asked of its pages. */
  patienceMs = 10_000;

  private constructor(readonly context: BrowserContext) {}

  static async of(browser: Browser, options: BrowserContextOptions = {}, picture = SMALL): Promise<Device> {
    const context = await browser.newContext({
      viewport: WIDE,
      locale: 'en-US',
      permissions: ['camera', 'microphone'],
      reducedMotion: 'reduce',
      ...options,
    });
    await context.addInitScript((size) => Object.assign(window, { holdfastPicture: size }), picture);
    await context.addInitScript({ path: IN_PAGE });
    return new Device(context);
  }

  /** For a crowd on few cores: to draw what everybody sees of everybody takes more of them than all else together. */
  async paintNoPictures(): Promise<void> {
    await this.context.addInitScript(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('video { display: none !important }');
      document.adoptedStyleSheets = [sheet];
    });
  }

  /**
   * For a crowd on few cores, before its page is opened: its sound is made and sent in few large pieces, and it does not
   * look ten times a second how loud it and everybody else is. That took more of them than the sound itself.
   */
  async spare(): Promise<void> {
    await this.context.addInitScript(() => {
      Object.assign(window, { holdfastSpares: true });
      window.AudioContext = class extends AudioContext {
        constructor() {
          super();
          void this.suspend();
        }

        override resume(): Promise<void> {
          return Promise.resolve();
        }
      };
      RTCRtpReceiver.prototype.getSynchronizationSources = () => [];
    });
  }

  async open(url: string): Promise<Page> {
    const page = await this.context.newPage();
    page.setDefaultTimeout(this.patienceMs);
    page.on('pageerror', (error) => this.faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(`${message.text()} (${message.location().url})`);
    });
    await page.goto(url);
    return page;
  }
}

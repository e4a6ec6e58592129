import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, type TestContext } from 'vitest';
import { Device, openBrowser, type BrowserWish, type Picture } from './browser';
import { Demo, type Accounts, type Wish } from './demo';
import { shoot } from './look';
import { letIn, openConsole } from './console';
import { inRoom, join } from './people';

/**
 * A computer with bridges on it is in several networks, and a bridge is found over each of them. A browser may settle for
 * one and close the others while the bridge settles for another, and then nothing is heard: people's own computers do not
 * stand in a bridge's network.
 */
const ONE_NETWORK = '--force-webrtc-ip-handling-policy=default_public_interface_only';

/** A demo, a browser, and the people in it. What goes wrong on any of their pages fails the test that runs. */
export class Stage {
  private readonly devices: Device[] = [];

  private constructor(
    public demo: Demo,
    private readonly browser: Browser,
  ) {}

  static async set(wish: Wish = {}, browser: BrowserWish = {}): Promise<Stage> {
    const demo = await Demo.start(wish);
    const more = [...(browser.more ?? []), ...(wish.env?.['HOLDFAST_BRIDGES'] ? [ONE_NETWORK] : [])];
    try {
      return new Stage(demo, await openBrowser({ ...browser, more }));
    } catch (error) {
      await demo.stop();
      throw error;
    }
  }

  /** Of a demo that was set with Keycloak. */
  get accounts(): Accounts {
    if (!this.demo.accounts) throw new Error('The demo has no accounts');
    return this.demo.accounts;
  }

  /** @param browser another than the one that most are in */
  async device(options?: BrowserContextOptions, picture?: Picture, browser = this.browser): Promise<Device> {
    const device = await Device.of(browser, options, picture);
    this.devices.push(device);
    return device;
  }

  async console(name: string): Promise<Page> {
    const device = await this.device();
    const page = await device.open(this.demo.facilitator(name).url);
    await openConsole(page, this.demo.session.title);
    return page;
  }

  /** A participant on a device of their own, at the page that asks before they join. */
  async atTheDoor(name: string, options?: BrowserContextOptions): Promise<Page> {
    const device = await this.device(options);
    return device.open(this.demo.participant(name).url);
  }

  async waiting(name: string, options?: BrowserContextOptions): Promise<Page> {
    const page = await this.atTheDoor(name, options);
    await join(page);
    return page;
  }

  async inRoom(name: string, console: Page, options?: BrowserContextOptions): Promise<Page> {
    const page = await this.waiting(name, options);
    await letIn(console, name);
    await inRoom(page);
    return page;
  }

  async killServerAndStartAgain(meanwhile?: () => Promise<void>): Promise<void> {
    await this.demo.kill();
    try {
      await meanwhile?.();
    } finally {
      this.demo = await this.demo.startAgain();
    }
  }

  /** After each test: nothing went wrong on any page; and if the test failed, what every page showed. */
  async after({ task }: TestContext): Promise<void> {
    const faults = this.devices.flatMap((device) => device.faults.splice(0));
    if (task.result?.state === 'fail' || faults.length > 0) await this.report(task.name);
    expect(faults).toEqual([]);
  }

  /** What went wrong on any page, but for what the test itself brought about. */
  faultsBut(expected: RegExp): string[] {
    const faults = this.devices.flatMap((device) => device.faults.splice(0));
    return faults.filter((fault) => !expected.test(fault));
  }

  private async report(test: string): Promise<void> {
    const pages = this.devices.flatMap((device) => device.context.pages());
    const name = test.replace(/\W+/g, '-').slice(0, 40);
    for (const [n, page] of pages.entries()) await shoot(page, `failed-${name}-${String(n)}`);
    const server = this.demo.errors.join('').trim();
    if (server) console.log(`The server said:\n${server}`);
  }

  async clear(): Promise<void> {
    await this.browser.close();
    await this.demo.stop();
  }
}

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Device, Picture } from './browser';
import * as staff from './console';
import * as people from './people';
import type { Stage } from './stage';

/** Two cores carry twelve of these, encoded, sent on and decoded. */
export const SMALL: Picture = { width: 160, height: 90, frameRate: 5 };
/** Large enough to be sent in three sizes. */
export const LARGE: Picture = { width: 960, height: 540, frameRate: 5 };

/** A demo, a browser and a whole group in it, on a computer that has other things to do. */
export const SETTING_UP_MS = 240_000;

/** Everybody's media share the computer with what is asked of a page. */
const PATIENCE_MS = 30_000;

/** A whole group at once takes longer to come in on two cores than anybody alone. */
const IN_THE_ROOM = { timeout: 60_000 };

/** People by name, each on a device of their own. */
export class Gathering {
  readonly pages: Record<string, Page> = {};
  private readonly devices: Record<string, Device> = {};
  private readonly doors = new Map<string, Page>();

  constructor(
    private readonly stage: Stage,
    readonly facilitator: string,
    readonly console: Page,
  ) {
    this.pages[facilitator] = console;
  }

  /** The facilitator's console is open, and nobody else is here yet. */
  static async ledBy(
    name: string,
    stage: Stage,
    prepare?: (device: Device) => void | Promise<void>,
  ): Promise<Gathering> {
    const device = await stage.device({}, SMALL);
    device.patienceMs = PATIENCE_MS;
    await prepare?.(device);
    const page = await device.open(stage.demo.facilitator(name).url);
    await staff.openConsole(page, stage.demo.session.title);
    return new Gathering(stage, name, page);
  }

  page(name: string): Page {
    const found = this.pages[name];
    if (!found) throw new Error(`${name} is not here`);
    return found;
  }

  /** Before its page is opened. */
  async device(
    name: string,
    picture = SMALL,
    options?: BrowserContextOptions,
    browser?: Browser,
  ): Promise<Device> {
    const device = await this.stage.device(options, picture, browser);
    device.patienceMs = PATIENCE_MS;
    this.devices[name] = device;
    return device;
  }

  /** Their page asks them before they join. */
  async atTheDoor(name: string): Promise<Page> {
    const device = this.devices[name] ?? (await this.device(name));
    const page = await device.open(this.stage.demo.participant(name).url);
    this.doors.set(name, page);
    return page;
  }

  async knock(name: string): Promise<Page> {
    const page = this.doors.get(name) ?? (await this.atTheDoor(name));
    this.doors.delete(name);
    await people.join(page);
    this.pages[name] = page;
    return page;
  }

  /** All knock, and are let in with one press. */
  async come(...names: string[]): Promise<void> {
    for (const name of names) await this.knock(name);
    const waiting = new RegExp(`^People.*${String(names.length)} waiting`);
    await this.console.getByRole('tab', { name: waiting }).waitFor(IN_THE_ROOM);
    await staff.letEveryoneIn(this.console);
    await this.expectComplete();
  }

  async expectComplete(): Promise<void> {
    const all = Object.keys(this.pages).length;
    for (const page of Object.values(this.pages)) {
      const last = people
        .group(page)
        .getByRole('listitem')
        .nth(all - 1);
      await last.waitFor({ state: 'attached', ...IN_THE_ROOM });
    }
  }

  /** As one who is here no more: nobody waits for their tile. */
  forget(name: string): Page {
    const page = this.page(name);
    Reflect.deleteProperty(this.pages, name);
    return page;
  }
}

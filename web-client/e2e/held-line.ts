import type { WebSocketRoute } from 'playwright-core';
import type { Device } from './browser';

/** The line between one person's page and the server, in the hands of a test: it can keep from the page what comes. */
export class HeldLine {
  private holds = false;
  private ended: (code: number | undefined) => void = () => undefined;
  /** With which code the server closed it. */
  readonly closed = new Promise<number | undefined>((resolve) => (this.ended = resolve));

  /** Before the page is opened. */
  static async of(device: Device): Promise<HeldLine> {
    const line = new HeldLine();
    await device.context.routeWebSocket(/\/ws\/sessions\//, (page) => line.join(page));
    return line;
  }

  private join(page: WebSocketRoute): void {
    const server = page.connectToServer();
    server.onMessage((message) => {
      if (!this.holds) page.send(message);
    });
    server.onClose((code, reason) => {
      this.ended(code);
      if (!this.holds) void page.close({ ...(code !== undefined && { code }), ...(reason && { reason }) });
    });
  }

  /** From now on the page learns nothing, not even that it is over. */
  hold(): void {
    this.holds = true;
  }
}

/** The channel between one person's page and the bridge, which a test can break. */
export class BreakableChannel {
  private readonly pages: WebSocketRoute[] = [];
  /** What the page said on each channel that it opened. */
  readonly said: string[][] = [];

  /** Before the page is opened. */
  static async of(device: Device): Promise<BreakableChannel> {
    const channel = new BreakableChannel();
    await device.context.routeWebSocket(/\/colibri-ws\//, (page) => channel.join(page));
    return channel;
  }

  private join(page: WebSocketRoute): void {
    const server = page.connectToServer();
    const said: string[] = [];
    this.pages.push(page);
    this.said.push(said);
    page.onMessage((message) => {
      said.push(String(message));
      server.send(message);
    });
  }

  get opened(): number {
    return this.pages.length;
  }

  async break(): Promise<void> {
    await this.pages.at(-1)?.close({ code: 1011, reason: 'broken by a test' });
  }
}

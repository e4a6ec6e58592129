import type { ChannelSocket } from './channel';

/** The bridge's end of a channel, in the hands of a test. */
export class FakeChannelSocket implements ChannelSocket {
  readonly sent: object[] = [];
  closed = false;
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;

  send(text: string): void {
    this.sent.push(JSON.parse(text) as object);
  }
  close(): void {
    this.closed = true;
    this.readyState = 2;
  }
  opens(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  says(word: object): void {
    this.onmessage?.({ data: JSON.stringify(word) });
  }
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { builtPage } from './built-page';

const SCRIPT = '/offers.js';

/** A page with the plane of a bridge and nothing else, served from this computer as browsers ask of pages with a camera. */
export class OffersPage {
  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static async serve(): Promise<OffersPage> {
    const { script } = await builtPage('offers-page.ts');
    const server = createServer((request, response) => {
      const isScript = request.url === SCRIPT;
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
      response.end(
        isScript
          ? script
          : `<!doctype html><title>Offers</title><script type="module" src="${SCRIPT}"></script>`,
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
    return new OffersPage(`http://127.0.0.1:${String(port)}/`, close);
  }
}

import { expect, it } from 'vitest';
import type { Change, Kept } from './changes';
import { CarefulKeeping, WhileOpen, type Keeping } from './keeping';

const change = (command: string): Change => ({ command, item: 'story', value: command, before: null });
const commands = async (keeping: Keeping) => (await keeping.all()).map(({ change: { command } }) => command);

/** A device whose browser forbids it to keep anything from some moment on. */
class FullDevice extends WhileOpen {
  full = false;
  override all(): Promise<readonly Kept[]> {
    return this.full ? Promise.reject(new Error('full')) : super.all();
  }
  override add(kept: Change): Promise<void> {
    return this.full ? Promise.reject(new Error('full')) : super.add(kept);
  }
}

it('what a page wrote outlives a browser that stops keeping', async () => {
  const device = new FullDevice();
  const keeping = new CarefulKeeping(device);
  await keeping.add(change('c1'));
  await keeping.add(change('c2'));
  const [first] = await keeping.all();
  await keeping.drop(first?.n ?? 0);
  device.full = true;
  await keeping.add(change('c3'));
  expect(keeping.lasting).toBe(false);
  expect(await commands(keeping)).toEqual(['c2', 'c3']);
});

it('a number from the device means nothing on the page', async () => {
  const device = new FullDevice();
  const keeping = new CarefulKeeping(device);
  await keeping.add(change('c1'));
  const [first] = await keeping.all();
  device.full = true;
  await commands(keeping);
  await keeping.drop(first?.n ?? 0);
  await keeping.add(change('c2'));
  expect(await commands(keeping)).toEqual(['c1', 'c2']);
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectHeard, expectSeen } from './media';
import { group, tile } from './people';
import { Stage } from './stage';

const BACK_WITHIN_MS = 10_000;

describe('A server that is killed', () => {
  let stage: Stage;
  let dana: Page;

  beforeAll(async () => {
    stage = await Stage.set();
    dana = await stage.console('Dana');
  });
  afterAll(() => stage.clear());

  it('finds everyone in their seats when it starts again, and nobody has to be let in', async () => {
    const sam = await stage.inRoom('Sam', dana);
    const maria = await stage.inRoom('Maria', dana);

    await stage.killServerAndStartAgain();

    for (const page of [dana, sam, maria]) {
      for (const name of ['Dana', 'Sam', 'Maria']) {
        if (page === sam && name === 'Sam') continue;
        if (page === maria && name === 'Maria') continue;
        if (page === dana && name === 'Dana') continue;
        await tile(page, name).waitFor({ timeout: BACK_WITHIN_MS });
      }
    }
    expect(await group(sam).count()).toBe(1);
    await expectSeen(sam, 'Maria');
    await expectHeard(maria, sam);
    expect(stage.faultsBut(/WebSocket connection|Failed to load resource/)).toEqual([]);
  });
});

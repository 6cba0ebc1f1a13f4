import type { Page } from 'playwright-core';
import '../../scenes/game-three/handle.ts';

/** Plays Pip's fireflies by keys, keeping the jar under the lowest light and going on to the next night, until something holds. */
export async function playFirefliesUntil(page: Page, until: () => boolean): Promise<void> {
  while (!(await page.evaluate(until))) {
    const way = await page.evaluate(() => {
      const { night: { jar, falling }, playing } = window.attuneGame!;
      if (!playing) return 'Enter';
      const lowest = falling.filter(({ kind, y }) => kind === 'light' && y > 0.45).sort((a, b) => a.y - b.y)[0];
      return lowest === undefined || Math.abs(lowest.x - jar) < 0.1 ? null : lowest.x < jar ? 'ArrowLeft' : 'ArrowRight';
    });
    await page.keyboard.up('ArrowLeft');
    await page.keyboard.up('ArrowRight');
    if (way === 'Enter') await page.keyboard.press('Enter');
    else if (way) await page.keyboard.down(way);
    await page.waitForTimeout(30);
  }
  await page.keyboard.up('ArrowLeft');
  await page.keyboard.up('ArrowRight');
}

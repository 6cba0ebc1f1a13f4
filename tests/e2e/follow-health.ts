import type { Page } from 'playwright-core';
import type { Condition, Part } from 'attune';
// Brings the type of window.attune.
import '../../scenes/playground/handle.ts';

declare global {
  interface Window {
    /** What became of the parts, by the page's own clock in milliseconds, and all that was said of them. */
    healthTrace?: { readonly changes: { readonly at: number; readonly part: Part; readonly condition: Condition }[]; readonly said: { readonly part: string; readonly words: string }[] };
  }
}

/** Writes down in the page, from now on, how the parts do and what is said of them, so that nothing short is missed. */
export async function followHealth(page: Page): Promise<void> {
  await page.waitForFunction(() => window.attune !== undefined);
  await page.evaluate(() => {
    const { agent } = window.attune!;
    const trace: NonNullable<Window['healthTrace']> = { changes: [], said: [] };
    window.healthTrace = trace;
    let before = agent.health;
    agent.subscribe(() => {
      const now = agent.health;
      if (now === before) return;
      for (const part of Object.keys(now) as Part[]) if (now[part].condition !== before[part].condition) trace.changes.push({ at: performance.now(), part, condition: now[part].condition });
      before = now;
    });
    const read = (): void => {
      for (const each of document.querySelectorAll<HTMLElement>('[data-testid="health"]')) {
        const [part, words] = [each.dataset['part'] ?? '', each.innerText.trim()];
        if (!trace.said.some((said) => said.part === part && said.words === words)) trace.said.push({ part, words });
      }
    };
    new MutationObserver(read).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

/** What became of a part after `harm`, until it ran again. */
export interface Recovery {
  /** In order, without the last. */
  readonly conditions: readonly Condition[];
  /** From the harm to running again. */
  readonly seconds: number;
  /** All that was said of the part since then. */
  readonly said: readonly string[];
}

/** Harms something and waits until the part runs again. `mend` is done as soon as the part is in trouble. */
export async function recover(page: Page, part: Part, harm: () => Promise<unknown>, patience: number, mend: () => Promise<unknown> = async () => undefined): Promise<Recovery> {
  const { began, told } = await page.evaluate(() => {
    window.healthTrace!.said.length = 0;
    return { began: performance.now(), told: window.healthTrace!.changes.length };
  });
  await harm();
  const changed = (wanted: 'trouble' | 'running') => page.waitForFunction(([of, from, kind]) => {
    const changes = window.healthTrace!.changes.slice(from).filter((change) => change.part === of);
    const trouble = changes.findIndex(({ condition }) => condition !== 'running');
    if (trouble < 0) return false;
    return kind === 'trouble' || changes.slice(trouble).some(({ condition }) => condition === 'running');
  }, [part, told, wanted] as const, { timeout: patience * 1000 });
  await changed('trouble');
  await mend();
  await changed('running');
  return page.evaluate(([of, from, start]) => {
    const changes = window.healthTrace!.changes.slice(from).filter((change) => change.part === of);
    const back = changes.findLastIndex(({ condition }) => condition === 'running');
    return {
      conditions: changes.slice(0, back).map(({ condition }) => condition),
      seconds: (changes[back]!.at - start) / 1000,
      said: window.healthTrace!.said.filter((said) => said.part === of).map(({ words }) => words),
    };
  }, [part, told, began] as const);
}

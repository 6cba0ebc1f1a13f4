import type { Page } from 'playwright-core';

/** Drops a file on the page as a visitor's mouse does. */
export async function dropFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(([fileName, base64]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], fileName));
    return data;
  }, [name, bytes.toString('base64')] as const);
  for (const type of ['dragenter', 'dragover', 'drop']) await page.getByRole('main').dispatchEvent(type, { dataTransfer: transfer });
}

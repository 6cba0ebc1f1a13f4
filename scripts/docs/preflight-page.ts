import { LIMITS } from '../../src/preflight/index.ts';

const BEGIN = '<!-- limits: made by npm run docs -->';
const END = '<!-- end of limits -->';

/** The page about preflight with its table of limits as the code has them. */
export function preflightPage(page: string): string {
  const rows = Object.entries(LIMITS).map(([name, limit]) => `| \`${name}\` | ${limit.default.toLocaleString('en-US')} | ${limit.about} |`);
  const table = ['| limit | default | counts |', '|---|---|---|', ...rows].join('\n');
  const [before, rest] = page.split(BEGIN);
  return `${before}${BEGIN}\n\n${table}\n\n${END}${rest?.split(END)[1] ?? ''}`;
}

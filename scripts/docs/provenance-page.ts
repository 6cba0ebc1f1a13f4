import type { ShippedFile } from '../provenance.ts';

/** docs/provenance.md: every file of our own that ships beside the code. */
export function provenancePage(files: readonly ShippedFile[]): string {
  const rows = files.map(({ path, bytes, sha256, licence, from, made }) => (
    `| \`${path}\` | ${from.map((each) => `${each.what} (${each.licence})`).join('; ')} | ${licence ?? 'unstated'} | ${made === null ? 'people' : `\`${made}\``} | ${bytes.toLocaleString('en')} | \`${sha256}\` |`
  ));
  return `<!-- Made by npm run docs. -->
# Provenance

Where every model and avatar that ships comes from, under which licence, how it is made again, and by which hash it is known. A file that changes fails \`tests/unit/licences\` until this page
was made anew by \`npm run docs\`, so that whoever commits it stands for it. What a model was only tested on stands in its \`CARD.md\`, what its data may be used for in its \`LICENSE\`.

| file | made of | licence | made by | bytes | SHA-256 |
|---|---|---|---|---|---|
${rows.join('\n')}

Files that \`attune assets\` makes from npm packages are pinned by version and hash in \`src/cli/assets/manifest.json\`, and the \`NOTICE.txt\` beside them names each with its licence. Packages that are built in
are listed in \`THIRD-PARTY-LICENSES\` beside each build, and \`scripts/may-ship.ts\` says which licences they may have. \`npm run sbom\` writes all of it as a CycloneDX bill of materials; \`npm run audit\` asks the
registry for known faults.
`;
}

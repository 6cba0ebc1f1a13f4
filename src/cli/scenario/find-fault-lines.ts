import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { PackFault } from '../../scenario/index.ts';

/** Where in a file of JSON a field is, as a line from 1: its own, or that of the innermost thing around it that is there. */
export function lineOf(text: string, path: PackFault['path']): number {
  const tree = parseTree(text);
  if (!tree) return 1;
  for (let length = path.length; length >= 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return text.slice(0, node.offset).split('\n').length;
  }
  return 1;
}

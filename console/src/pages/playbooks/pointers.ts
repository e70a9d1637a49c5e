import { ensureSyntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

const PATIENCE = 200;
const VALUES = ['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null'];

/** Names and indexes from the document's top to what stands at a place. */
export function pathAt(state: EditorState, position: number): string[] {
  const path: string[] = [];
  let node: SyntaxNode | null = ensureSyntaxTree(state, state.doc.length, PATIENCE)?.resolveInner(position, -1) ?? null;
  for (; node; node = node.parent) {
    if (node.name === 'Property') {
      path.unshift(nameOf(state, node));
    } else if (node.parent?.name === 'Array' && VALUES.includes(node.name)) {
      path.unshift(String(values(node.parent).findIndex((one) => one.from === node!.from)));
    }
  }
  return path;
}

/** Where a JSON pointer (RFC 6901) leads: the property's name where it has one; as far as there is something. */
export function rangeAt(state: EditorState, pointer: string): { from: number; to: number } {
  const tree = ensureSyntaxTree(state, state.doc.length, PATIENCE);
  let value = tree && values(tree.topNode)[0];
  let found = value && { from: value.from, to: Math.min(value.from + 1, value.to) };
  for (const written of pointer.split('/').slice(1)) {
    const name = written.replaceAll('~1', '/').replaceAll('~0', '~');
    if (value?.name === 'Array') {
      value = values(value)[Number(name)];
      found = value ? { from: value.from, to: value.to } : found;
    } else {
      const property: SyntaxNode | undefined = value?.getChildren('Property').find((one) => nameOf(state, one) === name);
      const label = property?.getChild('PropertyName');
      value = property && values(property)[0];
      found = label ? { from: label.from, to: label.to } : found;
    }
    if (!value) {
      break;
    }
  }
  return found ?? { from: 0, to: 0 };
}

function values(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (VALUES.includes(child.name)) {
      found.push(child);
    }
  }
  return found;
}

function nameOf(state: EditorState, property: SyntaxNode): string {
  const label = property.getChild('PropertyName');
  const text = label ? state.sliceDoc(label.from, label.to) : '""';
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { completed } from './cacao';
import { pathAt, rangeAt } from './pointers';

const text = `{
  "name": "Contain",
  "workflow": {
    "start--1": { "type": "start", "on_completion": "" },
    "a/b": { "type": "action", "name": "Stop", "commands": [{ "type": "manual" }] }
  }
}`;
const state = EditorState.create({ doc: text, extensions: json() });
const at = (part: string) => text.indexOf(part) + part.length;

function shown(pointer: string): string {
  const { from, to } = rangeAt(state, pointer);
  return text.slice(from, to);
}

test('a pointer leads to the name it ends in', () => {
  expect(shown('/name')).toBe('"name"');
  expect(shown('/workflow/a~1b/commands/0/type')).toBe('"type"');
  expect(shown('/workflow/a~1b/commands/0')).toBe('{ "type": "manual" }');
});

test('a pointer to what is missing leads as far as there is something', () => {
  expect(shown('/workflow/start--1/on_failure')).toBe('"start--1"');
  expect(shown('')).toBe('{');
});

test('a place has a path', () => {
  expect(pathAt(state, at('"manual'))).toEqual(['workflow', 'a/b', 'commands', '0', 'type']);
  expect(pathAt(state, at('"Contain'))).toEqual(['name']);
});

test('what is missing in a step is offered, and what is there is not', () => {
  const names = completed(text, ['workflow', 'start--1'], 'name').map(({ label }) => label);
  expect(names).toContain('on_failure');
  expect(names).not.toContain('type');
});

test('where a step leads, the steps there are offered', () => {
  expect(completed(text, ['workflow', 'start--1', 'on_completion'], 'value')).toEqual([
    { label: 'start--1', detail: 'start' },
    { label: 'a/b', detail: 'Stop' },
  ]);
});

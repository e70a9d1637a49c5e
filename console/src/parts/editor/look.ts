import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor in the console's colours, light and dark by the same variables. */
const frame = EditorView.theme({
  '&': { color: 'var(--acso-text)', backgroundColor: 'transparent', fontSize: '0.8125rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--acso-text)', padding: '10px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--acso-text)', borderLeftWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'var(--acso-sunken)', color: 'var(--acso-muted)', borderRight: '1px solid var(--acso-line)' },
  '.cm-placeholder': { color: 'var(--acso-muted)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--acso-accent-solid) 28%, transparent)',
  },
  '.cm-selectionMatch, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--acso-accent-soft)' },
  '.cm-panels': { backgroundColor: 'var(--acso-sunken)', color: 'var(--acso-text)', borderColor: 'var(--acso-line)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--acso-surface)',
    color: 'var(--acso-text)',
    border: '1px solid var(--acso-line-strong)',
    borderRadius: '7px',
    boxShadow: 'var(--acso-shadow)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.75rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--acso-selected)', color: 'var(--acso-text)' },
  '.cm-completionDetail': { color: 'var(--acso-muted)', fontStyle: 'normal', marginLeft: '1.5em' },
  '.cm-completionMatchedText': { textDecoration: 'none', color: 'var(--acso-accent-fg)', fontWeight: '600' },
  '.cm-diagnostic': { fontFamily: 'var(--mantine-font-family)', fontSize: '0.8125rem', padding: '6px 10px' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--acso-critical-solid)' },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--acso-neutral-soft)', border: 'none', color: 'var(--acso-neutral-fg)' },
});

const ink = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: 'var(--acso-accent-fg)', fontWeight: '560' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--acso-good-fg)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--acso-high-fg)' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--acso-low-fg)' },
  { tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--acso-low-fg)' },
  { tag: tags.comment, color: 'var(--acso-muted)', fontStyle: 'italic' },
]);

export const look = [frame, syntaxHighlighting(ink)];

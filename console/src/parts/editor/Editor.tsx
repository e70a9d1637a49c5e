import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { forceLinting, lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { styleNonce } from '@/theme/nonce';
import { visible } from '@/parts/visible';
import classes from './Editor.module.css';
import { look } from './look';

export interface EditorProps {
  value: string;
  onChange?: (value: string) => void;
  /** What is edited, for screen readers. */
  label: string;
  /** The language, its completion and checks; the editor takes the new ones when another object is given. */
  language: Extension;
  hint?: string;
  /** Ctrl-Enter, ⌘-Enter. */
  onRun?: () => void;
  readOnly?: boolean;
  minHeight?: number;
  maxHeight?: number;
}

/** Text with the help that its language can give. Tab moves on, as everywhere; Ctrl-] indents. */
export default function Editor(props: EditorProps) {
  const { value, language, readOnly = false } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const now = useRef(props);
  now.current = props;
  const slots = useRef({ language: new Compartment(), readOnly: new Compartment() });

  useEffect(() => {
    const made = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: now.current.value,
        extensions: [
          keymap.of([{ key: 'Mod-Enter', run: () => (now.current.onRun?.(), true) }]),
          basics(now.current.label, now.current.hint),
          slots.current.language.of(now.current.language),
          slots.current.readOnly.of(EditorState.readOnly.of(now.current.readOnly ?? false)),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) {
              now.current.onChange?.(update.state.doc.toString());
            }
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, []);

  useEffect(() => {
    view.current?.dispatch({ effects: slots.current.language.reconfigure(language) });
    if (view.current) {
      forceLinting(view.current);
    }
  }, [language]);

  useEffect(() => {
    view.current?.dispatch({ effects: slots.current.readOnly.reconfigure(EditorState.readOnly.of(readOnly)) });
  }, [readOnly]);

  useEffect(() => {
    const shown = view.current?.state.doc.toString();
    if (shown !== undefined && shown !== value) {
      view.current?.dispatch({ changes: { from: 0, to: shown.length, insert: value } });
    }
  }, [value]);

  return (
    <div
      ref={host}
      className={classes.editor}
      style={{ '--least': `${props.minHeight ?? 140}px`, '--most': `${props.maxHeight ?? 520}px` } as React.CSSProperties}
    />
  );
}

/** As everywhere, what would not be seen is written out; what stands in the document stays. */
const unseen = highlightSpecialChars({
  addSpecialChars: /(?![\u200d\ufe0f])[\p{DI}\p{Bidi_C}\p{Zl}\p{Zp}]/gu,
  render(code, description) {
    const mark = document.createElement('span');
    mark.className = classes.unseen ?? '';
    mark.title = description ?? '';
    mark.textContent = visible(String.fromCodePoint(code));
    return mark;
  },
});

function basics(label: string, hint = ''): Extension {
  const nonce = styleNonce();
  return [
    nonce ? EditorView.cspNonce.of(nonce) : [],
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    EditorView.lineWrapping,
    lineNumbers(),
    foldGutter(),
    history(),
    drawSelection(),
    unseen,
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ icons: false }),
    highlightSelectionMatches(),
    lintGutter(),
    placeholder(hint),
    look,
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...completionKeymap,
      ...lintKeymap,
    ]),
  ];
}

import * as react from 'react/jsx-runtime';
import { type Isolate, shown } from './shown';

export const { Fragment } = react;

const isolate: Isolate = (text, key) => react.jsx('bdi', { children: text }, key);

export const jsx: typeof react.jsx = (type, props, key) => react.jsx(type, shown(type, props, isolate), key);

export const jsxs: typeof react.jsxs = (type, props, key) => react.jsxs(type, shown(type, props, isolate), key);

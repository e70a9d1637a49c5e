import * as react from 'react/jsx-dev-runtime';
import { type Isolate, shown } from './shown';

export const { Fragment } = react;

const isolate: Isolate = (text, key) => react.jsxDEV('bdi', { children: text }, key, false);

export const jsxDEV: typeof react.jsxDEV = (type, props, key, ...more) =>
  react.jsxDEV(type, shown(type, props, isolate), key, ...more);

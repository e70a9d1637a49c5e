import { Fragment } from 'react';
import { visible } from '@/parts/visible';

/**
 * The one place through which all text of the console goes on its way into an element, ours and the libraries'. Text may
 * be an attacker's wherever it stands, so none is shown as it came: what would not be seen is written out, what is
 * written from the right turns nothing around it, and an address that would run something leads nowhere. What a
 * component returns as bare text, without an element or a fragment around it, does not come by here: none does.
 */

type Props = Readonly<Record<string, unknown>>;

/** What browsers show or read aloud of an element beside its children. */
const TOLD = ['title', 'alt', 'placeholder', 'label', 'aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription'];

const LEADS = ['href', 'xlinkHref', 'action', 'formAction'];

/** A path, a part of the page, or what a browser opens without running it. */
const HARMLESS = /^(?:(?:https?|mailto|blob):|[^:]*$|[^:/?#]*[/?#])/i;

/** What stands in these is typed by people, or meant for the browser. */
const OTHERWISE = new Set<unknown>(['textarea', 'style', 'script']);

/** Only text is allowed in these, or bdi is no element there. */
const NO_PARTS = new Set(['bdi', 'option', 'title', 'text', 'tspan', 'textPath', 'desc']);

const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** @param isolated makes an element whose direction of writing is its own */
export type Isolate = (text: string, key: string | undefined) => unknown;

/** The properties of an element as they may be; the same object where nothing had to change. */
export function shown(type: unknown, props: unknown, isolate: Isolate): unknown {
  if (props === null || typeof props !== 'object' || OTHERWISE.has(type)) {
    return props;
  }
  const before = props as Props;
  const after: Record<string, unknown> = {};
  if (typeof type === 'string') {
    TOLD.forEach((name) => put(after, before, name, visible));
    LEADS.forEach((name) => put(after, before, name, (address) => (HARMLESS.test(address.trim()) ? address : undefined)));
  }
  // A component may want nothing but text, and hands it on to an element of its own.
  const parts = type === Fragment || (typeof type === 'string' && !NO_PARTS.has(type));
  const children = said(before['children'], parts ? isolate : (text) => text);
  if (children !== before['children']) {
    after['children'] = children;
  }
  return Object.keys(after).length === 0 ? props : { ...before, ...after };
}

function put(after: Record<string, unknown>, before: Props, name: string, by: (text: string) => string | undefined) {
  const value = before[name];
  const safe = typeof value === 'string' ? by(value) : value;
  if (safe !== value) {
    after[name] = safe;
  }
}

function said(children: unknown, isolate: Isolate, place?: string): unknown {
  if (typeof children === 'string') {
    const text = visible(children);
    return FROM_THE_RIGHT.test(text) ? isolate(text, place) : text;
  }
  if (!Array.isArray(children)) {
    return children;
  }
  const after = children.map((child: unknown, index) => said(child, isolate, `text-${place ?? ''}${index}`));
  return after.some((child, index) => child !== children[index]) ? after : children;
}

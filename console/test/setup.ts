import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// What the library asks of a browser and jsdom does not have.
Element.prototype.scrollIntoView ??= () => {};
window.matchMedia ??= (query) =>
  ({ matches: false, media: query, addEventListener: () => {}, removeEventListener: () => {} }) as unknown as MediaQueryList;
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
document.documentElement.style.fontSize = '16px';
window.scrollTo = () => {};
Object.defineProperty(document, 'fonts', { value: new EventTarget() });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

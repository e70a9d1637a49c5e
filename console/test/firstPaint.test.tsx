import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FirstPaint } from '@/app/FirstPaint';

test('what is painted before the scripts have come is what they draw first', () => {
  const html = readFileSync('index.html', 'utf8');
  const page = new DOMParser().parseFromString(html, 'text/html');
  const painted = page.querySelector('#root')!.innerHTML.replaceAll(/>\s+</g, '><').trim();
  expect(painted).toBe(renderToStaticMarkup(<FirstPaint />));
});

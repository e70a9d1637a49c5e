import { render } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FirstPaint } from '@/app/FirstPaint';

test('what is painted before the scripts have come is what they draw first', () => {
  const html = readFileSync('index.html', 'utf8').replaceAll(/>\s+</g, '><');
  const page = new DOMParser().parseFromString(html, 'text/html');
  const painted = page.querySelector('#root')!.firstElementChild!;
  const { container } = render(<FirstPaint />);
  expect(painted.isEqualNode(container.firstElementChild), painted.outerHTML + container.innerHTML).toBe(true);
});

import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Json } from '@/parts/Json';
import { Status, words } from '@/parts/Tone';
import { exactly, fromNow } from '@/parts/When';
import { writing } from '@/parts/writing';

const NOW = Date.parse('2026-03-29T12:00:00Z');

describe('times', () => {
  it('are spoken of from now', () => {
    expect(fromNow('2026-03-29T11:59:30Z', NOW)).toBe('just now');
    expect(fromNow('2026-03-29T11:55:00Z', NOW)).toBe('5 min. ago');
    expect(fromNow('2026-03-29T15:30:00Z', NOW)).toBe('in 3 hr.');
    expect(fromNow('2026-03-27T12:00:00Z', NOW)).toBe('2 days ago');
  });

  it('are exact in the zone that was chosen, over a change of the clocks', () => {
    expect(exactly('2026-03-29T00:59:59Z', 'Europe/Berlin')).toContain('01:59:59');
    expect(exactly('2026-03-29T01:00:00Z', 'Europe/Berlin')).toContain('03:00:00');
  });
});

describe('parts', () => {
  it('write names of the API as words', () => {
    expect(words('NEEDS_APPROVAL')).toBe('Needs approval');
    expect(words('service-manager')).toBe('Service manager');
  });

  it('show what comes from outside as text', () => {
    render(
      <MantineProvider>
        <Json label="raw" value={{ name: '<img src=x onerror=alert(1)>' }} />
        <Status value="<script>alert(1)</script>" />
      </MantineProvider>,
    );
    expect(screen.getByText('"<img src=x onerror=alert(1)>"')).toBeTruthy();
    expect(document.querySelector('img, script')).toBeNull();
  });

  it('leave letters to whoever is writing', () => {
    document.body.innerHTML = '<input id="a"><div role="dialog"><p id="b"></p></div><p id="c"></p><input type="checkbox" id="d">';
    const at = (id: string) => writing(document.getElementById(id));
    expect([at('a'), at('b'), at('c'), at('d')]).toEqual([true, true, false, false]);
  });
});

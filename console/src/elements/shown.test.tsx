import { Button, Highlight, NavLink } from '@mantine/core';
import { notifications, Notifications } from '@mantine/notifications';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Long } from '@/parts/Long';
import { OutsideLink } from '@/parts/OutsideLink';
import { shown as draw } from '../../test/shown';

const TURNED = 'user/\u202enimda';
const WRITTEN = 'user/\\u202enimda';

test('what would not be seen is written out, whoever makes the element', () => {
  const { container } = draw(
    <>
      <p title={TURNED}>
        {TURNED} and {[TURNED, 'others']}
      </p>
      <Button aria-label={TURNED}>x</Button>
      <NavLink label={TURNED} description={TURNED} />
      <Highlight highlight="user">{TURNED}</Highlight>
      <svg>
        <text>{TURNED}</text>
      </svg>
    </>,
  );
  expect(container.textContent).not.toContain('\u202e');
  expect(container.innerHTML).not.toContain('\u202e');
  expect(screen.getByTitle(WRITTEN).textContent).toBe(`${WRITTEN} and ${WRITTEN}others`);
  expect(screen.getByRole('button', { name: WRITTEN })).toBeTruthy();
});

test('what is written from the right turns nothing around it', () => {
  const { container } = draw(
    <p>
      by {'מנהל'} at 10:00
    </p>,
  );
  expect(container.querySelector('p')?.innerHTML).toBe('by <bdi>מנהל</bdi> at 10:00');
});

test('text goes through a fragment or a component as safely', () => {
  const { container } = draw(
    <p>
      <>{TURNED}</>
      <Long text={TURNED} />
    </p>,
  );
  expect(container.querySelector('p')?.textContent).toBe(WRITTEN + WRITTEN);
});

test('what is typed stays as it was typed', () => {
  draw(
    <>
      <input aria-label="a" readOnly value={TURNED} />
      <textarea aria-label="b" readOnly value={TURNED} />
    </>,
  );
  expect((screen.getByLabelText('a') as HTMLInputElement).value).toBe(TURNED);
  expect((screen.getByLabelText('b') as HTMLTextAreaElement).value).toBe(TURNED);
});

test.each(['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'vbscript:x'])(
  '%j is no address to go to',
  (address) => {
    const { container } = draw(<a href={address}>here</a>);
    expect(container.querySelector('a')?.getAttribute('href')).toBeNull();
  },
);

test.each(['https://a.example/x:y', '/incidents/a:b', '#main', '?q=a:b', 'mailto:a@b.example', 'here', ''])('%j is', (address) => {
  const { container } = draw(<a href={address}>here</a>);
  expect(container.querySelector('a')?.getAttribute('href')).toBe(address);
});

test('a link from outside shows where it leads, and what hides that is no link', () => {
  const { container } = draw(
    <>
      <p>
        <OutsideLink address="https://xn--pple-43d.example/a" />
      </p>
      <p>
        <OutsideLink address="https://аpple.example/b" />
      </p>
      <p>
        <OutsideLink address="https://apple.example@evil.example/" />
      </p>
      <p>
        <OutsideLink address="javascript:alert(1)" />
      </p>
    </>,
  );
  expect([...container.querySelectorAll('a')].map((link) => link.textContent)).toEqual([
    'https://xn--pple-43d.example/a',
    'https://xn--pple-43d.example/b',
  ]);
  expect(container.textContent).toContain('https://apple.example@evil.example/');
});

test('what is told beside the page is safe as well', async () => {
  draw(<Notifications transitionDuration={0} />);
  notifications.show({ title: TURNED, message: TURNED, autoClose: false });
  expect(await screen.findAllByText(WRITTEN)).toHaveLength(2);
  expect(document.body.innerHTML).not.toContain('\u202e');
});

import { expect, test } from 'vitest';
import { groups, type Setting } from './settings';

const setting = (name: string): Setting => ({ name, meaning: '', secret: false });

test('settings lie under what they are about, and none is lost', () => {
  const found = groups(['acso.agents.lease', 'acso.aws.keys.secret', 'acso.data-directory', 'acso.agents.settle', 'spring.x'].map(setting));
  expect(found.map(([group, settings]) => [group, settings.length])).toEqual([
    ['acso', 1],
    ['acso.agents', 2],
    ['acso.aws', 1],
    ['spring', 1],
  ]);
});

import { Anchor } from '@mantine/core';
import { useState } from 'react';

/** Text of any length from outside: as much as one reads, and all of it for who asks. */
export function Long({ text, most = 600 }: { text: string; most?: number }) {
  const [all, setAll] = useState(false);
  // Some more than that is not worth a click; between halves of a character is no place to cut.
  if (all || text.length <= most * 1.2) {
    return <>{text}</>;
  }
  const start = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return (
    <>
      {start}…{' '}
      <Anchor component="button" type="button" inherit onClick={() => setAll(true)}>
        Show all {text.length.toLocaleString('en-GB')} characters
      </Anchor>
    </>
  );
}

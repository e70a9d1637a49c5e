import { Anchor } from '@mantine/core';

/** An address from outside. One of the web is a link that shows where it truly leads; anything else is text. */
export function OutsideLink({ address }: { address: string }) {
  const url = ofTheWeb(address);
  if (!url) {
    return <>{address}</>;
  }
  return (
    <Anchor href={url.href} target="_blank" rel="noreferrer noopener" inherit>
      {url.protocol}
      {'//'}
      <b>{url.host}</b>
      {url.pathname + url.search + url.hash}
    </Anchor>
  );
}

/** Names before an @ are there to pass for a host; the parser writes letters that look like others as what they are. */
function ofTheWeb(address: string): URL | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : undefined;
}

import { Page } from '@/parts/Page';

export default function Hunting() {
  return (
    <Page title="Hunting">
      <></>
    </Page>
  );
}

import { Page } from '@/parts/Page';

export default function Overview() {
  return (
    <Page title="Overview">
      <></>
    </Page>
  );
}

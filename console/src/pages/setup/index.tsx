import { Page } from '@/parts/Page';

export default function Setup() {
  return (
    <Page title="Setup">
      <></>
    </Page>
  );
}

import { Page } from '@/parts/Page';

export default function Incidents() {
  return (
    <Page title="Incidents">
      <></>
    </Page>
  );
}

import { Page } from '@/parts/Page';

export default function Playbooks() {
  return (
    <Page title="Playbooks">
      <></>
    </Page>
  );
}

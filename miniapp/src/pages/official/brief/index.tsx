import type { BriefId } from '@shared/kernel/ids';
import { BriefWhole } from '@/features/programmes/brief-whole';
import { programmesText } from '@/features/programmes/programmes.text';
import { useText } from '@/i18n';
import { usePageParams } from '@/platform';
import { Page } from '@/ui';

/** 倡导简报: counts, never people. */
export default function OfficialBriefPage() {
  const briefId = usePageParams().briefId as BriefId;
  const text = useText(programmesText);
  return (
    <Page title={text.briefs} backTo="official/briefs">
      <BriefWhole briefId={briefId} />
    </Page>
  );
}

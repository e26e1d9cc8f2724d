import { useLocale } from '@/i18n/use-text';
import { Grid, Tile } from '@/ui';
import { homeText } from './home.text';

interface HomeActionsProps {
  readonly onAsk: () => void;
  readonly onVisits: () => void;
  readonly onTimeBank: () => void;
  readonly onVideo: () => void;
  /** Absent where the elder has no phone. */
  readonly onPhone: (() => void) | undefined;
}

/** The four things a family does. */
export function HomeActions({ onAsk, onVisits, onTimeBank, onVideo, onPhone }: HomeActionsProps) {
  const { actions } = homeText[useLocale()];
  return (
    <Grid>
      <Tile icon="plus" tone="persimmon" title={actions.ask} onTap={onAsk} />
      <Tile icon="video" tone="sky" title={actions.video} onTap={onVideo} />
      <Tile icon="book" tone="wheat" title={actions.visits} onTap={onVisits} />
      <Tile icon="clock" tone="pine" title={actions.timeBank} onTap={onTimeBank} />
      {onPhone ? <Tile icon="phone" tone="sky" title={actions.phone} wide onTap={onPhone} /> : null}
    </Grid>
  );
}

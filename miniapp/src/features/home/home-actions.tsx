import { useLocale } from '@/i18n/use-text';
import { Grid, Tile } from '@/ui';
import { homeText } from './home.text';

interface HomeActionsProps {
  readonly onAsk: () => void;
  readonly onVisits: () => void;
  readonly onTimeBank: () => void;
  /** Absent where the elder has no phone; then the schedule takes its place. */
  readonly onPhone: (() => void) | undefined;
  readonly onSchedule: () => void;
}

/** The four things a family does. */
export function HomeActions({ onAsk, onVisits, onTimeBank, onPhone, onSchedule }: HomeActionsProps) {
  const { actions } = homeText[useLocale()];
  return (
    <Grid>
      <Tile icon="plus" tone="persimmon" title={actions.ask} onTap={onAsk} />
      {onPhone ? (
        <Tile icon="phone" tone="sky" title={actions.phone} onTap={onPhone} />
      ) : (
        <Tile icon="calendar" tone="sky" title={actions.schedule} onTap={onSchedule} />
      )}
      <Tile icon="book" tone="wheat" title={actions.visits} onTap={onVisits} />
      <Tile icon="clock" tone="pine" title={actions.timeBank} onTap={onTimeBank} />
    </Grid>
  );
}
